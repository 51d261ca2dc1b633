// Tensors as they are: their numbers in grids, and products of matrices entry by entry.
export { TensorGrid, type TensorGridProps } from './tensor-grid';
export { LinearProduct, type LinearProductProps } from './linear-product';
export { LinearBackward, type LinearBackwardProps } from './linear-backward';
export { OuterProductSum, type OuterProductSumProps } from './outer-product-sum';
