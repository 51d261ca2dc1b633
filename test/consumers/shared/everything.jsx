// Every component on one page, with options that a server component may pass on: data, no functions.
import {
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
  Goal,
  GradientAccumulation,
  GradientCheck,
  ImportModel,
  LayerStack,
  LossChart,
  LossLandscape,
  NetworkGraph,
  OptimizerRace,
  Pancake,
  Playground,
  Predict,
  Set,
  Sonification,
  Spoiler,
  TensorGrid,
  TrainerControls,
  Value,
} from 'react-pancake';
import { OwnFigures } from './own-figures';

export function Everything() {
  return (
    <>
      <Pancake data="moons" points={40} model={[2, 4, 1]} seed={7}>
        <p>
          After epoch <Value of="epoch" /> the loss is <Value of="loss" />; the learning rate is{' '}
          <Value of="learningRate" editable />. <Set learningRate={0.1}>Make it 0.1</Set>
        </p>
        <DecisionBoundary heading="Moons" />
        <LossChart heading="Loss" />
        <TrainerControls />
        <NetworkGraph />
        <DataEditor />
        <LayerStack />
        <LossLandscape />
        <GradientCheck mistakes />
        <GradientAccumulation />
        <FailureLab />
        <ExportProgram />
        <ImportModel />
        <Sonification />
        <Goal when={{ accuracy: 0.99 }} />
      </Pancake>
      <Pancake data="circles" seed={2} />
      <Compare
        options={{ data: 'moons', points: 40, seed: 7 }}
        runs={[
          { name: 'two neurons', model: [2, 2, 1] },
          { name: 'three neurons', model: [2, 3, 1] },
        ]}
      />
      <OptimizerRace steps={20} />
      <ActivationPlot of="Tanh" />
      <ChainRuleStepper heading="E = (k·v)²" />
      <FanOut />
      <Answer name="dE/dv" question={{ value: 21, kind: 'gradient', names: { k: 0.5 } }} />
      <Predict question="2 × 21?" answer={42}>
        <p>Right.</p>
      </Predict>
      <Spoiler ask="Sure?">
        <p>The answer.</p>
      </Spoiler>
      <TensorGrid
        name="x"
        tensor={[
          [1, 2],
          [3, 4],
        ]}
      />
      <OwnFigures />
      <Playground data="spiral" points={60} model={[2, 6, 1]} seed={3} />
      <CodeChallenge name="square" />
    </>
  );
}
