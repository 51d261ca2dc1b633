// Types of the components, compiled by `npm run typecheck`: for each a good use, and a wrong prop, whose
// error stands at that prop. A public component that is not in both lists does not compile.
import type { ReactElement, RefObject } from 'react';
import * as all from 'react-pancake';
import type * as lazy from 'react-pancake/lazy';
import { expectTypeOf } from 'vitest';

/** What has a name like a component and can be called, which no class can. */
type ComponentName = {
  [K in keyof typeof all]: K extends Capitalize<K>
    ? (typeof all)[K] extends (...args: never[]) => unknown
      ? K
      : never
    : never;
}[keyof typeof all];

expectTypeOf<'Pancake' | 'LossChart' | 'AnswerHints'>().toExtend<ComponentName>();
expectTypeOf<Extract<ComponentName, 'Linear' | 'createTrainer' | 'useTrainer'>>().toBeNever();

declare const trainer: all.Trainer;
declare const step: all.TraceStep;
declare const names: all.StepNames;
declare const formula: all.Formula;
declare const question: all.AnswerProps['question'];
declare const german: all.Language;
declare const tensor: all.Tensor;
declare const root: RefObject<HTMLElement>;

export const goodUses: Record<ComponentName, ReactElement> = {
  ActivationPlot: <all.ActivationPlot ref={root} of="ReLU" domain={[-3, 3]} height={200} />,
  Answer: <all.Answer name="dL/dk" question={question} layout="line" />,
  AnswerHints: <all.AnswerHints className="hints" />,
  ChainRuleStepper: <all.ChainRuleStepper k={0.5} onKChange={(k) => k.toFixed(1)} />,
  CodeChallenge: <all.CodeChallenge name="linear" check="asked" storageKey={null} />,
  Compare: <all.Compare runs="optimizers" options={{ data: 'moons', seed: 1 }} />,
  DataEditor: <all.DataEditor trainer={trainer} tools={['add', 'erase']} lock />,
  DecisionBoundary: <all.DecisionBoundary overlay="hard" neuron={null} aria-label="boundary" />,
  ExportProgram: <all.ExportProgram defaultFormat="numpy" epochs={20} />,
  FailureLab: <all.FailureLab presets={['exploding']} />,
  FanOut: <all.FanOut rule="overwrite" onRuleChange={(rule: all.FanOutRule) => void rule} />,
  Goal: <all.Goal when={{ accuracy: 0.95, epoch: 300 }}>Reach it.</all.Goal>,
  GradientAccumulation: <all.GradientAccumulation entry={{ name: '0.weight', place: 0 }} />,
  GradientCheck: <all.GradientCheck order="worst" eps={1e-5} />,
  ImportModel: <all.ImportModel onImport={(model, file) => void [model.layers, file.name]} />,
  LayerCode: <all.LayerCode step={step} names={names} phase="backward" show="numpy" />,
  LayerStack: <all.LayerStack slowMotion sample={2} />,
  LinearBackward: <all.LinearBackward step={step} names={names} sample={0} />,
  LinearProduct: <all.LinearProduct step={step} names={names} entry={[0, 1]} />,
  LossChart: <all.LossChart trainer={trainer} scale="log" domain={{ low: 0.01 }} />,
  LossLandscape: <all.LossLandscape span={2} editable={false} />,
  MathFormula: <all.MathFormula formula={formula} />,
  NetworkGraph: <all.NetworkGraph show="gradients" editable={false} />,
  OptimizerRace: <all.OptimizerRace surface="ravine" optimizers={['Adam']} start={[1, 2]} />,
  OuterProductSum: <all.OuterProductSum step={step} names={names} parameter="weight" />,
  Pancake: (
    <all.Pancake
      data="moons"
      model={[2, 10, 1]}
      activation="tanh"
      seed={7}
      id="run"
      runName="ten neurons"
    >
      <p>Text.</p>
    </all.Pancake>
  ),
  PancakeLanguage: <all.PancakeLanguage language={german}>Text.</all.PancakeLanguage>,
  Playground: <all.Playground data="spiral" hide={['lossChart', 'timeline']} />,
  PancakeSharing: <all.PancakeSharing share={['link', 'csv']} embedAddress="/embed.html" />,
  Predict: <all.Predict question="How many?" answer={3} choices={['2', '3']} />,
  Set: (
    <all.Set learningRate={0.3} then={['reset', 'play']}>
      Faster
    </all.Set>
  ),
  Sonification: <all.Sonification parts={['loss']} defaultVolume={0.2} defaultAlong="column" />,
  Spoiler: <all.Spoiler summary="Why?">Because.</all.Spoiler>,
  TensorGrid: <all.TensorGrid name="W" tensor={tensor} chosen={[0, 1]} />,
  TrainerControls: <all.TrainerControls show={['play', 'learningRate']} speeds={[1, Infinity]} />,
  Value: <all.Value of="loss" digits={3} />,
};

export const wrongProps: Record<ComponentName, ReactElement> = {
  ActivationPlot: (
    <all.ActivationPlot
      height={200}
      // @ts-expect-error no such activation
      of="relo"
    />
  ),
  Answer: (
    <all.Answer
      name="dL/dk"
      question={question}
      // @ts-expect-error a tile or a line
      layout="grid"
    />
  ),
  AnswerHints: (
    <all.AnswerHints
      // @ts-expect-error words are an object
      labels="hints"
    />
  ),
  ChainRuleStepper: (
    <all.ChainRuleStepper
      // @ts-expect-error a number
      k="0.5"
    />
  ),
  CodeChallenge: (
    <all.CodeChallenge
      check="typing"
      // @ts-expect-error no such challenge
      name="cube"
    />
  ),
  Compare: (
    <all.Compare
      // @ts-expect-error the name of a run is missing
      runs={[{ seed: 1 }]}
    />
  ),
  DataEditor: (
    <all.DataEditor
      // @ts-expect-error no such tool
      tools={['pencil']}
    />
  ),
  DecisionBoundary: (
    <all.DecisionBoundary
      grid={40}
      // @ts-expect-error no such overlay
      overlay="soft"
    />
  ),
  // @ts-expect-error a label that there is not
  ImportModel: <all.ImportModel labels={{ shut: 'Shut' }} />,
  ExportProgram: (
    <all.ExportProgram
      // @ts-expect-error no such format
      format="jax"
    />
  ),
  FailureLab: (
    <all.FailureLab
      // @ts-expect-error no such failure
      kinds={['boredom']}
    />
  ),
  FanOut: (
    <all.FanOut
      // @ts-expect-error gradients are added or overwritten
      rule="average"
    />
  ),
  Goal: (
    <all.Goal
      // @ts-expect-error no such condition
      when={{ precision: 0.9 }}
    />
  ),
  GradientAccumulation: (
    <all.GradientAccumulation
      // @ts-expect-error the place is missing
      entry={{ name: '0.weight' }}
    />
  ),
  GradientCheck: (
    <all.GradientCheck
      // @ts-expect-error as in the model, or the worst first
      order="best"
    />
  ),
  LayerCode: (
    <all.LayerCode
      step={step}
      names={names}
      // @ts-expect-error no such phase
      phase="sideways"
    />
  ),
  LayerStack: (
    <all.LayerStack
      // @ts-expect-error a number
      sample="2"
    />
  ),
  LinearBackward: (
    <all.LinearBackward
      names={names}
      // @ts-expect-error a step of a trace
      step={3}
    />
  ),
  LinearProduct: (
    <all.LinearProduct
      step={step}
      names={names}
      // @ts-expect-error a row and a column
      entry={[1]}
    />
  ),
  LossChart: (
    <all.LossChart
      width={300}
      // @ts-expect-error linear or log
      scale="cubic"
    />
  ),
  LossLandscape: (
    <all.LossLandscape
      // @ts-expect-error two weights
      weights={[{ name: '0.weight', place: 0 }]}
    />
  ),
  MathFormula: (
    <all.MathFormula
      // @ts-expect-error a tree, not LaTeX
      formula="k \cdot v"
    />
  ),
  NetworkGraph: (
    <all.NetworkGraph
      // @ts-expect-error weights or gradients
      show="biases"
    />
  ),
  OptimizerRace: (
    <all.OptimizerRace
      // @ts-expect-error no such surface
      surface="hill"
    />
  ),
  OuterProductSum: (
    <all.OuterProductSum
      step={step}
      names={names}
      // @ts-expect-error the parameter's name
      parameter={0}
    />
  ),
  Pancake: (
    <all.Pancake
      model={[2, 10, 1]}
      // @ts-expect-error no such data
      data="suns"
    />
  ),
  PancakeLanguage: (
    <all.PancakeLanguage
      // @ts-expect-error a language with its words, not its tag
      language="de"
    />
  ),
  Playground: (
    <all.Playground
      // @ts-expect-error no such part
      hide={['lossCharts']}
    />
  ),
  PancakeSharing: (
    <all.PancakeSharing
      share={[
        // @ts-expect-error nothing of that kind is offered
        'pdf',
      ]}
    />
  ),
  Predict: (
    <all.Predict
      question="How many?"
      // @ts-expect-error a number or one of the choices
      answer={[3]}
    />
  ),
  Set: (
    <all.Set
      learningRate={0.3}
      // @ts-expect-error no such action
      then="stop"
    >
      Faster
    </all.Set>
  ),
  Sonification: (
    <all.Sonification
      // @ts-expect-error no such part
      parts={['weights']}
    />
  ),
  Spoiler: (
    <all.Spoiler
      // @ts-expect-error it is open or not
      defaultOpen="yes"
    >
      Because.
    </all.Spoiler>
  ),
  TensorGrid: (
    <all.TensorGrid
      name="W"
      // @ts-expect-error numbers, not their digits
      tensor={[['1', '2']]}
    />
  ),
  TrainerControls: (
    <all.TrainerControls
      // @ts-expect-error no such control
      show={['play', 'rewind']}
    />
  ),
  Value: (
    <all.Value
      // @ts-expect-error no such number
      of="lose"
    />
  ),
};

// All figures take these.
export const common = (
  <all.LossChart
    className="wide"
    style={{ maxWidth: 300 }}
    aria-label="loss"
    // @ts-expect-error a trainer, not its options
    trainer={{ seed: 1 }}
  />
);

// The shells of react-pancake/lazy take what the figures take: a component missing there does not compile.
expectTypeOf<keyof typeof lazy>().toEqualTypeOf<ComponentName>();
expectTypeOf<Pick<typeof lazy, ComponentName>>().toEqualTypeOf<Pick<typeof all, ComponentName>>();
