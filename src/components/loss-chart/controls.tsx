// The quiet controls in the corner: what is drawn, and on which scale.
import type { LossChartLabels } from './labels';
import type { LossScale } from './domain';
import type { Metric } from './metric';

interface ScaleButtonProps {
  words: LossChartLabels;
  scale: LossScale;
  /** Whether there is no choice, as for a share. */
  disabled: boolean;
  onChange: (scale: LossScale) => void;
}

export function ScaleButton({ words, scale, disabled, onChange }: ScaleButtonProps) {
  const isLog = scale === 'log';
  return (
    <button
      type="button"
      className="pancake-loss-scale"
      aria-label={words.logName}
      aria-pressed={isLog}
      disabled={disabled}
      onClick={() => onChange(isLog ? 'linear' : 'log')}
    >
      <span>{words.log}</span>
    </button>
  );
}

interface MetricSwitchProps {
  words: LossChartLabels;
  metric: Metric;
  onChange: (metric: Metric) => void;
}

const metrics: readonly Metric[] = ['loss', 'accuracy'];

export function MetricSwitch({ words, metric, onChange }: MetricSwitchProps) {
  return (
    <span className="pancake-loss-metric" role="group" aria-label={words.metric}>
      {metrics.map((name) => (
        <button
          key={name}
          type="button"
          className="pancake-loss-scale"
          aria-pressed={name === metric}
          onClick={() => onChange(name)}
        >
          <span>{words[name]}</span>
        </button>
      ))}
    </span>
  );
}
