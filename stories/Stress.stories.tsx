// Many live figures on one page: they share one loop and one time budget.
import type { Meta, StoryObj } from '@storybook/react-vite';
import { DecisionBoundary, Pancake } from 'react-pancake';

const meta = { title: 'Stress', tags: ['!autodocs'] } satisfies Meta;
export default meta;

type Story = StoryObj<typeof meta>;

const data = ['moons', 'circles', 'xor', 'spiral', 'gauss', 'checkerboard'] as const;

/** Sixteen runs at once. Those that are scrolled out of sight do not train. */
export const ManyRuns: Story = {
  name: 'Many runs',
  render: () => (
    <div
      style={{
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fill, minmax(200px, 1fr))',
        gap: 16,
      }}
    >
      {Array.from({ length: 16 }, (_, i) => (
        <Pancake
          key={i}
          autoplay
          points={80}
          data={data[i % data.length]}
          seed={i}
          stopWhen={{ epoch: 100 }}
        >
          <DecisionBoundary heading={`Seed ${i}`} aria-label={`Decision boundary, seed ${i}`} />
        </Pancake>
      ))}
    </div>
  ),
};
