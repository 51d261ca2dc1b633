// Powers of ten in few letters.
import { formatNumber } from '../../a11y';

/** ε, or what else is a power of ten: `10⁻⁵`, `1`. */
export function power(value: number): string {
  return formatNumber(value, 0).replace(/^1\.00·/, '');
}
