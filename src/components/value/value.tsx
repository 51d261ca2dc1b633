// Value: a live number of the run, written into a sentence; with `editable` it can be changed there.
import { forwardRef, useMemo, useState, type ComponentPropsWithoutRef } from 'react';
import { useLabels, useNumbers } from '../../a11y';
import { useContextTrainer, useTrainerValue } from '../../hooks';
import type { Snapshot, Trainer } from '../../trainer';
import { guarded, inWords } from '../figure';
import { EditableNumber } from './editable-number';
import { editOf, parameterEdit, type Edit, type EditableName } from './edits';
import { defaultLabels, type ValueLabels } from './labels';
import {
  checkParameter,
  numberOf,
  readParameter,
  type ParameterNumber,
  type ReadNumber,
  type ValueName,
  fixed,
} from './numbers';

/** Props of {@link Value}. */
export interface ValueProps extends Omit<
  ComponentPropsWithoutRef<'data'>,
  'value' | 'children' | 'onChange'
> {
  /**
   * Which number: its name, a number of the model such as `{ parameter: '0.weight', place: 0 }`, or
   * a function that reads it.
   */
  of: ValueName | ParameterNumber | ReadNumber;
  /** The run. @default that of the nearest `<Pancake>` */
  trainer?: Trainer;
  /** How many decimals, or for a rate how many significant digits. */
  digits?: number;
  /** What is written where there is no number. @default '–' */
  none?: string;
  /**
   * Whether the reader can change it: an option of the run that is a number, or a number of the
   * model. `points` are then all points, those for testing included. @default false
   */
  editable?: boolean;
  /** The least that can be set. @default what makes sense */
  min?: number;
  /** The most that can be set. @default what makes sense */
  max?: number;
  /** How far an arrow key goes: an amount, or for rates and `speed` a factor. @default as fits */
  step?: number;
  /** The number, if the page owns it: a change is then only asked for. */
  value?: number;
  /** Called with each number that the reader sets or asks for. */
  onChange?: (value: number) => void;
  /** Words to use instead of the default ones. */
  labels?: Partial<ValueLabels>;
}

const Live = forwardRef<HTMLDataElement, ValueProps>(function Value(
  {
    of,
    trainer,
    digits,
    none = '–',
    editable = false,
    min,
    max,
    step,
    value: given,
    onChange,
    labels,
    className = '',
    ...rest
  },
  ref,
) {
  const numbers = useNumbers();
  const run = useContextTrainer(trainer, 'Value');
  const words = useLabels('Value', defaultLabels, labels);
  const [parameter, place] = typeof of === 'object' ? [of.parameter, of.place] : [null, 0];
  const name = typeof of === 'string' ? of : null;
  // A number that is not there from the first is a mistake; later on a model may lose one.
  useState(() => typeof of === 'object' && checkParameter(run, of));

  const known = useMemo(() => {
    if (parameter !== null) return { read: readParameter({ parameter, place }), write: fixed };
    if (name === null) return null;
    // Whoever sets the number of points sets all of them.
    return editable && name === 'points' ? { ...numberOf(name), read: allPoints } : numberOf(name);
  }, [parameter, place, name, editable]);
  const { read, write } = known ?? { read: of as ReadNumber, write: fixed };
  const inForce = useTrainerValue(read, run);
  const value = given ?? inForce;
  const exists = value !== null && !Number.isNaN(value);
  const inWriting = (number: number) => write(numbers, number, digits);
  const attributes = {
    'data-pancake': 'Value',
    'data-of': name ?? parameter ?? undefined,
    ...rest,
  };

  const edit = editable
    ? limited(parameter === null ? editOf(of) : parameterEdit, min, max, step)
    : null;
  if (!edit || !exists || edit.applies?.(run) === false) {
    const number = (
      <data
        ref={ref}
        className={`pancake-value ${className}`.trim()}
        value={exists ? value : ''}
        {...attributes}
      >
        {exists ? inWriting(value) : none}
      </data>
    );
    // Its root does not depend on the run, which a page may not know yet.
    return editable ? <span className="pancake-inline">{number}</span> : number;
  }

  const put = (next: number) => {
    if (parameter === null) run.set({ [of as EditableName]: next });
    else run.setParameter(parameter, place, next);
  };
  const change = (next: number) => {
    const refusal = given === undefined ? inWords(() => put(next)) : null;
    if (refusal === null) onChange?.(next);
    return refusal;
  };
  const remember = () => {
    // An option that nobody had set is not set again.
    const before = name === null ? value : run.options[name as EditableName];
    return () => {
      if (given === undefined && name !== null) run.set({ [name]: before });
      else if (given === undefined) put(value);
      onChange?.(value);
    };
  };
  return (
    <EditableNumber
      ref={ref}
      {...attributes}
      className={className}
      name={
        parameter === null ? words.name(of as EditableName) : words.parameterName(parameter, place)
      }
      value={value}
      write={inWriting}
      edit={edit}
      onChange={change}
      remember={remember}
      words={words}
    />
  );
});

/**
 * A live number in a sentence: `After <Value of="epoch" /> epochs the loss is <Value of="loss" />.`
 * It changes a few times a second, and is not announced: a sentence is read when the reader comes to
 * it. With `editable` the reader changes it by dragging, with the arrow keys, or by typing:
 * `a learning rate of <Value of="learningRate" editable />`.
 *
 * @throws PancakeError if there is no such number, or it is `editable` and comes of the run
 */
export const Value = guarded<ValueProps, HTMLDataElement>({ name: 'Value', inline: true }, Live);

function limited(edit: Edit, min = edit.min, max = edit.max, step = edit.step): Edit {
  return { ...edit, step, min: Math.max(min, edit.min), max: Math.min(max, edit.max) };
}

const allPoints = (_: Snapshot, { data, testData }: Trainer) =>
  data.x.shape[0]! + (testData?.x.shape[0] ?? 0);
