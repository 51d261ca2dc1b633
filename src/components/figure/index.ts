// What all figures are built on.
export { ActionButton } from './action-button';
export { Announcement } from './announcement';
export { BottomAxis, LeftAxis } from './axes';
export { FigureErrorBoundary } from './error-boundary';
export { errorLabels, playLabels, type FigureErrorLabels, type FigureHelpLabels } from './labels';
export { asSent } from './far';
export { Figure, Frame, useSight, type FigureProps } from './figure';
export { guarded } from './guarded';
export { island } from './island';
export { lazyFigure, type LazyOptions } from './lazy-figure';
export { NotLoaded, useLater } from './later';
export { asShare, overPlot } from './over-plot';
export { useFirstPaint } from './place';
export { PlaceChooser, type PlaceChooserWords } from './place-chooser';
export { beforePrint, comesAtOnce } from './near';
export { NowAndThen } from './now-and-then';
export { NumberField } from './number-field';
export { Epsilon, Quantity, type QuantityWords } from './quantity';
export { PausedHere } from './run-pause';
export type { LossTrend, RunSummary } from './run-summary';
export { joinVoices, placeAmongVoices } from './speakers';
export { RunVoice, Spoken, useSpoken, type SpokenSetting } from './run-voice';
export {
  activationPlotRoom,
  chainRuleStepperRoom,
  codeChallengeRoom,
  compareRoom,
  dataEditorRoom,
  decisionBoundaryRoom,
  exportProgramRoom,
  failureLabRoom,
  fanOutRoom,
  goalRoom,
  gradientAccumulationRoom,
  gradientCheckRoom,
  importModelRoom,
  layerCodeRoom,
  layerStackRoom,
  linearBackwardRoom,
  linearProductRoom,
  lossChartRoom,
  lossLandscapeRoom,
  networkGraphRoom,
  optimizerRaceRoom,
  outerProductSumRoom,
  playgroundRoom,
  predictRoom,
  sonificationRoom,
  spoilerRoom,
  tensorGridRoom,
  trainerControlsRoom,
} from './rooms';
export { separateOptions } from './separate-options';
export { useControllable } from './use-controllable';
export {
  inWords,
  useRunOptions,
  type ChangeOptions,
  type RunOptionsProps,
} from './use-run-options';
export { voiceLabels, type VoiceLabels } from './voice-labels';
export { useBoxWidth, useWidth } from './use-width';
