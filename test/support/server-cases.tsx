// Every component as a page might have it, for rendering on a server and hydrating in a browser.
import { useState, type ReactElement } from 'react';
import * as all from 'react-pancake';
import { createTrainer, trace, type Trainer, type TrainerOptions } from 'react-pancake';

const moons: TrainerOptions = { data: 'moons', points: 40, model: [2, 4, 1], seed: 7 };

// Each rendering trains a run of its own, as a server and a browser do.
function Trained({ show }: { show: (trainer: Trainer) => ReactElement }) {
  const [trainer] = useState(() => {
    const made = createTrainer(moons);
    made.step('epoch', 20);
    return made;
  });
  return show(trainer);
}

type ComponentName =
  | 'ActivationPlot'
  | 'Answer'
  | 'ChainRuleStepper'
  | 'CodeChallenge'
  | 'Compare'
  | 'DataEditor'
  | 'DecisionBoundary'
  | 'ExportProgram'
  | 'FailureLab'
  | 'FanOut'
  | 'GradientAccumulation'
  | 'Goal'
  | 'GradientCheck'
  | 'ImportModel'
  | 'LayerCode'
  | 'LayerStack'
  | 'LinearProduct'
  | 'LossChart'
  | 'LossLandscape'
  | 'NetworkGraph'
  | 'OuterProductSum'
  | 'OptimizerRace'
  | 'Pancake'
  | 'Playground'
  | 'Predict'
  | 'Sonification'
  | 'Spoiler'
  | 'TensorGrid'
  | 'TrainerControls';

/** What to render, by name; `figures` are those that it should hold. */
type Cases = Record<string, { figures: string[]; page: ReactElement }>;

/** The pages of these components: the figures themselves, or shells of them. */
export function casesOf({
  ActivationPlot,
  Answer,
  ChainRuleStepper,
  CodeChallenge,
  Compare,
  DataEditor,
  DecisionBoundary,
  ExportProgram,
  FailureLab,
  FanOut,
  GradientAccumulation,
  Goal,
  GradientCheck,
  ImportModel,
  LayerCode,
  LayerStack,
  LinearProduct,
  LossChart,
  LossLandscape,
  NetworkGraph,
  OuterProductSum,
  OptimizerRace,
  Pancake,
  Playground,
  Predict,
  Sonification,
  Spoiler,
  TensorGrid,
  TrainerControls,
}: Pick<typeof all, ComponentName>): Cases {
  return {
    DecisionBoundary: {
      figures: ['DecisionBoundary'],
      page: <Trained show={(trainer) => <DecisionBoundary trainer={trainer} heading="Moons" />} />,
    },
    'DecisionBoundary, several classes': {
      figures: ['DecisionBoundary'],
      page: (
        <Pancake data="spirals" points={60} model={[2, 6, 3]} seed={2} posterEpoch={20}>
          <DecisionBoundary defaultMistakes overlayControl />
        </Pancake>
      ),
    },
    'DecisionBoundary, values': {
      figures: ['DecisionBoundary'],
      page: (
        <Pancake data="bumps" points={60} model={[2, 6, 1]} seed={2} posterEpoch={20}>
          <DecisionBoundary />
        </Pancake>
      ),
    },
    'DecisionBoundary, a neuron': {
      figures: ['DecisionBoundary'],
      page: (
        <Pancake {...moons} posterEpoch={20}>
          <DecisionBoundary neuron={{ layer: 1, unit: 2 }} />
        </Pancake>
      ),
    },
    'DecisionBoundary, the space of a layer': {
      figures: ['DecisionBoundary'],
      page: (
        <Pancake {...moons} model={[2, 4, 2, 1]} posterEpoch={20}>
          <DecisionBoundary defaultSpace={3} defaultMistakes spaceControl />
        </Pancake>
      ),
    },
    LossChart: {
      figures: ['LossChart'],
      page: <Trained show={(trainer) => <LossChart trainer={trainer} heading="Loss" />} />,
    },
    CodeChallenge: {
      figures: ['CodeChallenge', 'Spoiler'],
      page: <CodeChallenge name="linear" />,
    },
    Spoiler: {
      figures: ['Spoiler'],
      page: (
        <Spoiler ask="Sure?">
          <p>The answer.</p>
        </Spoiler>
      ),
    },
    'Goal, in numbers': {
      figures: ['Goal'],
      page: <Trained show={(trainer) => <Goal trainer={trainer} when={{ accuracy: 0.99 }} />} />,
    },
    Predict: {
      figures: ['Predict'],
      page: (
        <Predict question="2 × 21?" answer={42}>
          <p>Right.</p>
        </Predict>
      ),
    },
    'Predict, a curve over a run that is locked': {
      figures: ['Predict', 'PredictSketch', 'TrainerControls'],
      page: (
        <Pancake {...moons}>
          <Predict question="The loss?" sketch={{ epochs: 100, max: 1 }} reveal="unlock">
            <TrainerControls />
          </Predict>
        </Pancake>
      ),
    },
    ExportProgram: {
      figures: ['ExportProgram'],
      page: <Trained show={(trainer) => <ExportProgram trainer={trainer} />} />,
    },
    'ExportProgram, in NumPy, with the weights of the moment': {
      figures: ['ExportProgram'],
      page: (
        <Trained
          show={(trainer) => <ExportProgram trainer={trainer} format="numpy" weights="now" />}
        />
      ),
    },
    'ExportProgram, in ONNX, which is loaded later': {
      figures: ['ExportProgram'],
      page: <Trained show={(trainer) => <ExportProgram trainer={trainer} format="onnx" />} />,
    },
    ImportModel: {
      figures: ['ImportModel'],
      page: <Trained show={(trainer) => <ImportModel trainer={trainer} />} />,
    },
    Sonification: {
      figures: ['Sonification'],
      page: <Trained show={(trainer) => <Sonification trainer={trainer} />} />,
    },
    'LossChart, logarithmic and empty': {
      figures: ['LossChart'],
      page: <LossChartAlone LossChart={LossChart} />,
    },
    LayerStack: {
      figures: ['LayerStack'],
      page: <Trained show={(trainer) => <LayerStack trainer={trainer} heading="Layers" />} />,
    },
    LayerCode: {
      figures: ['LayerCode'],
      page: (
        <Trained
          show={({ model, data }) => (
            <LayerCode
              step={trace(model, data.x)[0]!}
              names={{ place: 1, input: 'x', output: 'F1', objective: 'L', parameters: {} }}
              phase="backward"
            />
          )}
        />
      ),
    },
    'Tensors and products': {
      figures: ['TensorGrid', 'TensorGrid', 'LinearProduct', 'OuterProductSum'],
      page: (
        <Trained
          show={({ model, data }) => {
            const step = trace(model, data.x)[0]!;
            const parameters = { weight: 'W1', bias: 'b1' };
            const names = { place: 1, input: 'x', output: 'F1', objective: 'L', parameters };
            return (
              <>
                <TensorGrid tensor={step.input} name="x" />
                <TensorGrid tensor={step.output} name="F1" maxShown={40} />
                <LinearProduct step={step} names={names} defaultEntry={[2, 1]} />
                <OuterProductSum step={step} names={names} />
              </>
            );
          }}
        />
      ),
    },
    ChainRuleStepper: {
      figures: ['ChainRuleStepper'],
      page: <ChainRuleStepper heading="E = (k·v)²" defaultStep={4} />,
    },
    Answer: {
      figures: [],
      page: <Answer name="dE/dv" question={{ value: 21, kind: 'gradient', names: { k: 0.5 } }} />,
    },
    FanOut: { figures: ['FanOut'], page: <FanOut defaultWay="square" /> },
    GradientAccumulation: {
      figures: ['GradientAccumulation'],
      page: <Trained show={(trainer) => <GradientAccumulation trainer={trainer} />} />,
    },
    GradientCheck: {
      figures: ['GradientCheck'],
      page: <Trained show={(trainer) => <GradientCheck trainer={trainer} mistakes />} />,
    },
    TrainerControls: {
      figures: ['TrainerControls'],
      page: <Trained show={(trainer) => <TrainerControls trainer={trainer} />} />,
    },
    NetworkGraph: {
      figures: ['NetworkGraph'],
      page: <Trained show={(trainer) => <NetworkGraph trainer={trainer} />} />,
    },
    DataEditor: {
      figures: ['DataEditor'],
      page: <Trained show={(trainer) => <DataEditor trainer={trainer} />} />,
    },
    'DataEditor, with very many points': {
      figures: ['DataEditor'],
      page: (
        <Pancake {...moons} points={2200}>
          <DataEditor />
        </Pancake>
      ),
    },
    FailureLab: {
      figures: ['FailureLab'],
      page: <Trained show={(trainer) => <FailureLab trainer={trainer} />} />,
    },
    LossLandscape: {
      figures: ['LossLandscape'],
      page: <Trained show={(trainer) => <LossLandscape trainer={trainer} />} />,
    },
    'LossLandscape, to be set by hand': {
      figures: ['LossLandscape'],
      page: (
        <Pancake {...moons} posterEpoch={20}>
          <LossLandscape editable />
        </Pancake>
      ),
    },
    ActivationPlot: {
      figures: ['ActivationPlot'],
      page: <ActivationPlot of="Tanh" />,
    },
    'ActivationPlot, of a run': {
      figures: ['ActivationPlot'],
      page: <Trained show={(trainer) => <ActivationPlot trainer={trainer} layer={1} />} />,
    },
    OptimizerRace: {
      figures: ['OptimizerRace'],
      page: <OptimizerRace steps={20} posterStep={10} />,
    },
    Compare: {
      figures: [
        'Compare',
        ...['DecisionBoundary', 'LossChart'],
        ...['DecisionBoundary', 'LossChart'],
      ],
      page: (
        <Compare
          options={moons}
          runs={[
            { name: 'one', model: [2, 2, 1] },
            { name: 'two', model: [2, 3, 1] },
          ]}
        />
      ),
    },
    Playground: {
      figures: [
        'Playground',
        'TrainerControls',
        'DecisionBoundary',
        'NetworkGraph',
        'LossChart',
        'DataEditor',
        'FailureLab',
      ],
      page: <Playground {...moons} />,
    },
    'Pancake alone': {
      figures: ['DecisionBoundary', 'LossChart', 'TrainerControls'],
      page: <Pancake {...moons} />,
    },
    'Pancake with a poster': {
      figures: ['DecisionBoundary', 'LossChart', 'TrainerControls'],
      page: <Pancake {...moons} posterEpoch={30} />,
    },
    'Pancake around an article': {
      figures: [
        'DecisionBoundary',
        'LossChart',
        'LayerStack',
        'ChainRuleStepper',
        'TrainerControls',
      ],
      page: (
        <Pancake {...moons} autoplay>
          <p>One run, wherever it is shown:</p>
          <DecisionBoundary />
          <p>and again</p>
          <LossChart defaultScale="log" />
          <LayerStack />
          <ChainRuleStepper />
          <TrainerControls />
        </Pancake>
      ),
    },
  };
}

export const serverCases = casesOf(all);

function LossChartAlone({ LossChart }: Pick<typeof all, 'LossChart'>) {
  const [trainer] = useState(() => createTrainer({ ...moons, data: 'simple' }));
  return <LossChart trainer={trainer} defaultScale="log" scaleControl={false} height={180} />;
}
