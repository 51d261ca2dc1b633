// Words and numbers for readers, and for those who listen.
export { formatCount, formatNumber, formatShort, formatTight } from './numbers';
