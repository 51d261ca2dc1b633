import { DecisionBoundary, LossChart, Pancake, TrainerControls, Value } from 'react-pancake';

export function Moons() {
  return (
    <Pancake data="moons" model={[2, 10, 10, 1]} seed={7}>
      <p>
        A straight line cannot part them; after epoch <Value of="epoch" /> the loss is{' '}
        <Value of="loss" />.
      </p>
      <DecisionBoundary />
      <p>Press Play, and watch the loss fall:</p>
      <LossChart />
      <TrainerControls />
    </Pancake>
  );
}
