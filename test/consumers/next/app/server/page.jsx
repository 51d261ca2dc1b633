// A server component that trains: the engine runs on the server alone, the figure on both sides.
import { Pancake } from 'react-pancake';
import { createTrainer } from 'react-pancake/engine';

export default function Page() {
  const trainer = createTrainer({ data: 'moons', model: [2, 10, 10, 1], seed: 7 });
  trainer.step('epoch', 20);
  return (
    <>
      <p>
        After 20 epochs on the server the loss is <output>{trainer.getSnapshot().loss}</output>.
      </p>
      <Pancake data="moons" model={[2, 10, 10, 1]} seed={7} />
    </>
  );
}
