// For visx: names in a row. The original takes lists and objects as well.
export default function classNames(/** @type {(string | undefined)[]} */ ...names) {
  return names.filter(Boolean).join(' ');
}
