// Sample themes, palettes and densities: an article of each kind, with figures in it.
import type { Meta, StoryObj } from '@storybook/react-vite';
import { useEffect } from 'react';
import {
  ChainRuleStepper,
  DecisionBoundary,
  LayerStack,
  LossChart,
  Pancake,
  TrainerControls,
  Value,
} from 'react-pancake';
import docs from 'react-pancake/themes/docs.css?raw';
import magazine from 'react-pancake/themes/magazine.css?raw';
import paper from 'react-pancake/themes/paper.css?raw';
import readme from 'react-pancake/themes/readme.css?raw';
import { expect } from 'storybook/test';
import './themes.css';
import { useTrained } from './support';

const themes = { magazine, docs, readme, paper };
const lines = {
  magazine: ['How a line learns to bend', 'By the graphics desk · 6 min read'],
  docs: [
    'Decision boundaries',
    'The boundary is where a model is as sure of one class as of the other.',
  ],
  readme: ['two-moons', 'A network of 41 parameters, trained in the page that describes it.'],
  paper: ['On the Separation of Two Moons', 'A. Author and B. Author'],
} as const;

function Article({ kind }: { kind: keyof typeof themes }) {
  // Only for as long as the story is open: users import the file.
  useEffect(() => {
    const sheet = document.createElement('style');
    sheet.textContent = themes[kind];
    document.head.append(sheet);
    return () => sheet.remove();
  }, [kind]);
  const trainer = useTrained(
    {
      data: 'moons',
      model: [2, 8, 1],
      activation: 'Tanh',
      learningRate: 0.3,
      seed: 7,
      testRatio: 0.25,
    },
    60,
  );
  const [title, by] = lines[kind];
  return (
    <article className="theme-page" data-kind={kind} lang="en">
      <h1>{title}</h1>
      <p className="theme-by">{by}</p>
      <p>
        A perceptron can only cut the plane with a straight line. Give it a hidden layer of eight
        units and the line may bend: after <Value trainer={trainer} of="epoch" /> epochs the loss is{' '}
        <Value trainer={trainer} of="loss" />.
      </p>
      <DecisionBoundary trainer={trainer} style={{ maxWidth: 480, marginInline: 'auto' }} />
      <TrainerControls trainer={trainer} />
      <p>The loss of each epoch, on the points it trains with and on those it never sees:</p>
      <LossChart trainer={trainer} height={200} />
      <p>Inside, one point travels up the stack; then the gradient of the loss travels down.</p>
      <LayerStack trainer={trainer} />
      <p>With one number in and one number out, every factor of the chain rule can be read.</p>
      <ChainRuleStepper heading="E = (k·v)²" defaultStep={4} />
    </article>
  );
}

const meta = {
  title: 'Themes',
  component: Article,
  // Each theme is the whole page's: they cannot stand below each other.
  tags: ['!autodocs'],
  parameters: { wide: true },
} satisfies Meta<typeof Article>;
export default meta;

type Story = StoryObj<typeof meta>;

/** A serif magazine. */
export const Magazine: Story = { args: { kind: 'magazine' } };

/** A documentation site. */
export const Documentation: Story = { args: { kind: 'docs' } };

/** A README on a code host. */
export const Readme: Story = { args: { kind: 'readme' } };

/** A paper set in LaTeX: the figures have the page's own letters. */
export const Paper: Story = {
  args: { kind: 'paper' },
  play: async ({ canvasElement }) => {
    const title = canvasElement.querySelector('.pancake-title')!;
    const text = canvasElement.querySelector('.theme-page')!;
    await expect(getComputedStyle(title).fontFamily).toBe(getComputedStyle(text).fontFamily);
  },
};

/** The magazine at night. */
export const MagazineDark: Story = {
  name: 'Magazine, dark',
  args: { kind: 'magazine' },
  globals: { theme: 'dark' },
};

/** The documentation at night. */
export const DocumentationDark: Story = {
  name: 'Documentation, dark',
  args: { kind: 'docs' },
  globals: { theme: 'dark' },
};

/** The README at night. */
export const ReadmeDark: Story = {
  name: 'Readme, dark',
  args: { kind: 'readme' },
  globals: { theme: 'dark' },
};

/** The paper at night. */
export const PaperDark: Story = {
  name: 'Paper, dark',
  args: { kind: 'paper' },
  globals: { theme: 'dark' },
};

const moons = { data: 'moons', model: [2, 8, 1], activation: 'Tanh', learningRate: 0.3 } as const;
const blobs = { data: 'blobs', model: [2, 12, 3], activation: 'Tanh', learningRate: 0.1 } as const;

function Palettes() {
  const two = useTrained(moons, 60);
  const three = useTrained(blobs, 30);
  return (
    <>
      {(['orange-blue', 'purple-green', 'brown-teal'] as const).map((palette) => (
        <div key={palette} data-palette={palette} style={{ marginBottom: 40 }}>
          <h2 style={{ font: '600 18px system-ui, sans-serif' }}>{palette}</h2>
          <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 24 }}>
            <DecisionBoundary trainer={two} />
            <DecisionBoundary trainer={three} />
          </div>
          <LayerStack trainer={two} style={{ marginTop: 16 }} />
        </div>
      ))}
    </>
  );
}

/** The three palettes, each with two classes, three classes, and numbers. */
export const ThreePalettes: StoryObj = {
  name: 'Palettes',
  render: () => <Palettes />,
};

/** The same at night. */
export const ThreePalettesDark: StoryObj = {
  ...ThreePalettes,
  name: 'Palettes, dark',
  globals: { theme: 'dark' },
};

/** Less room between the parts. */
export const Compact: StoryObj = {
  render: () => (
    <Pancake {...moons} density="compact">
      <TrainerControls show="all" />
      <LayerStack />
    </Pancake>
  ),
};
