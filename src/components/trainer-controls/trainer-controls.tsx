// TrainerControls: run a training run, and set everything about it.
import { forwardRef } from 'react';
import { island, trainerControlsRoom } from '../figure';
import { ControlsFigure, type SettingFields, type TrainerControlsProps } from './controls-figure';
import { Activation, Dropout, Regularization } from './model-settings';
import { LearningRate, Speed } from './rate-settings';
import { ScheduleSetting } from './schedule-setting';
import { BatchSize, LossSetting, OptimizerSetting, ZeroGrad } from './step-settings';

const allFields: Required<SettingFields> = {
  learningRate: LearningRate,
  speed: Speed,
  schedule: ScheduleSetting,
  batchSize: BatchSize,
  loss: LossSetting,
  optimizer: OptimizerSetting,
  regularization: Regularization,
  dropout: Dropout,
  activation: Activation,
  zeroGrad: ZeroGrad,
};

const Live = forwardRef<HTMLElement, TrainerControlsProps>(function TrainerControls(props, ref) {
  return <ControlsFigure {...props} ref={ref} fields={allFields} />;
});

/**
 * Buttons and fields for a run, with its epoch and loss.
 *
 * @throws PancakeError if a control that is named does not exist, or a limit makes no sense
 */
export const TrainerControls = island<TrainerControlsProps>(trainerControlsRoom, Live);
