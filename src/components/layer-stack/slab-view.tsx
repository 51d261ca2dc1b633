// One slab: its name and facts, its two columns of cells, and its inside when it is opened.
import { useId, useState } from 'react';
import type { Trainer } from '../../trainer';
import { Cells } from './cells';
import { Details } from './details';
import { Histogram } from './histogram';
import type { LayerStackLabels } from './labels';
import { columns, narrow, slabName, type Column } from './paint';
import type { LayerStackView } from './props';
import type { Slab } from './slabs';
import { parameterSize, type Moment } from './stages';

interface SlabViewProps {
  slab: Slab;
  trainer: Trainer;
  sample: number;
  view: LayerStackView;
  /** A training step in slow motion; null for the run as it is. */
  moment: Moment | null;
  words: LayerStackLabels;
  /** Whether a training step is at this slab. */
  active: boolean;
  /** Whether it is at this one alone. */
  current: boolean;
  /** Whether a wide layer shows all its units. */
  opened: boolean;
  onFold: () => void;
  tabStop: string;
  read: string | null;
  linkedUnit: number | null;
  /** Words to stand beside the cells of each column. */
  beside: Partial<Record<Column, string>>;
}

/** A slab, as a group with the layer's name. */
export function SlabView({ slab, trainer, sample, words, moment, ...rest }: SlabViewProps) {
  const { view, active, current, opened, onFold, tabStop, read, linkedUnit, beside } = rest;
  const id = useId();
  const [open, setOpen] = useState(false);
  const name = slabName(slab, words);
  const isBatch = view === 'batch' && slab.key !== 'loss';
  const more = isBatch ? 0 : slab.values.length - narrow;
  const size = moment && parameterSize(slab, moment);
  const { type } = slab.step ?? { type: slab.key === 'loss' ? words.loss : words.input };
  const shape = slab.step?.layer.elementwise === false ? words.shape(...slab.shape) : slab.shape[1];
  return (
    <div
      className="pancake-slab"
      role="group"
      aria-label={name}
      aria-current={current ? 'step' : undefined}
      data-active={active || undefined}
      data-stage-kind={active && moment ? moment.rehearsal.stages[moment.stage]?.kind : undefined}
      data-slab-key={slab.key}
    >
      <div className="pancake-slab-name" data-opens={slab.step ? true : undefined}>
        <b>{type}</b> <span>{slab.key === 'loss' ? slab.description : shape}</span>
        {slab.step && (
          <button
            type="button"
            className="pancake-slab-open"
            aria-expanded={open}
            aria-controls={`${id}-details`}
            aria-label={words.details(name)}
            onClick={() => setOpen(!open)}
          />
        )}
        <div className="pancake-slab-facts">
          {slab.formula && <small dir="ltr">{words.formula(slab.formula)}</small>}
          {slab.parameterCount > 0 && <small>{words.parameters(slab.parameterCount)}</small>}
          {size && (
            <small data-size-of={size.kind} data-size={size.size}>
              {size.kind === 'gradient'
                ? words.largestGradient(size.size)
                : words.largestChange(size.size)}
            </small>
          )}
          {more > 0 && (
            <button type="button" className="pancake-more" aria-expanded={opened} onClick={onFold}>
              {opened ? words.fewer : words.more(more)}
              <span className="pancake-hidden"> {name}</span>
            </button>
          )}
        </div>
      </div>
      {columns.map((column) =>
        isBatch ? (
          <Histogram key={column} slab={slab} column={column} />
        ) : (
          <Cells
            key={column}
            slab={slab}
            column={column}
            words={words}
            opened={opened}
            tabStop={tabStop}
            read={read}
            beside={beside[column]}
            linkedUnit={linkedUnit}
          />
        ),
      )}
      <div id={`${id}-details`} className="pancake-slab-details" hidden={!open}>
        {open && (
          <Details
            trainer={trainer}
            sample={sample}
            path={slab.key}
            moment={moment}
            words={words}
          />
        )}
      </div>
    </div>
  );
}
