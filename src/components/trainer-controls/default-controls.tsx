// The controls that are shown if nothing is said, for a run that shows itself: they bring no others.
import { forwardRef } from 'react';
import { island, trainerControlsRoom, type FigureProps } from '../figure';
import { ControlsFigure, type SettingFields } from './controls-figure';
import { LearningRate, Speed } from './rate-settings';

const fields: SettingFields = { learningRate: LearningRate, speed: Speed };

const Live = forwardRef<HTMLElement, FigureProps>(function TrainerControls(props, ref) {
  return <ControlsFigure {...props} ref={ref} fields={fields} />;
});

/** `<TrainerControls />` without anything else said. */
export const DefaultControls = island<FigureProps>(trainerControlsRoom, Live);
