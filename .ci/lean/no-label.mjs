// For visx's axes, which can have a label beside their ticks: ours have none of visx's.
export default function getLabelTransform() {
  throw new Error('The axes of this package have no label.');
}
