// The stories that npm test compares: the main figures, once each. The rest is `npm run test:visual`.
export const share = [
  'playground--three-classes',
  'figures-decisionboundary--two-moons',
  'figures-losschart--default',
  'figures-networkgraph--circles',
  'figures-layerstack--two-hidden-layers',
  'figures-chainrulestepper--checked',
  'figures-dataeditor--drawing',
  'figures-trainercontrols--everything',
  'figures-tensors--product',
  'figures-failurelab--overfitting',
  'figures-losslandscape--two-weights',
  'in-prose-spoiler--an-answer',
];
