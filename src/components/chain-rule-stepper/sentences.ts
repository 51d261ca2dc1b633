// What each step is called and does, in plain sentences.
import { formatShort } from '../../a11y';

/** Everything that a sentence may speak of; texts are formulas as they are read. */
export interface StepFacts {
  /** The layer's kind and description, `Linear` and `Linear(2, 3)`; of the loss at its steps. */
  type: string;
  description: string;
  /** The names of what goes in, what comes out, and what is differentiated. */
  input: string;
  output: string;
  objective: string;
  /** The names of the layer's parameters, or of all of them at the start. */
  parameters: readonly string[];
  /** How many functions stand in a row. */
  layers: number;
  /** How many samples the batch has. */
  samples: number;
  /** Whether what goes in and comes out are single numbers. */
  isSingle: boolean;
  /** Whether nothing stands above the layer, so that its slope is the gradient itself. */
  isTop: boolean;
  /** The layer's formula, and with its numbers: `M = k·v`, `M = 0.5 × 42 = 21`. */
  formula: string;
  numbers: string;
  /** What is squared, multiplied …: the right side of the formula, `M²`. */
  right: string;
  /** The local slope in symbols, with numbers, and its value: `2M`, `2 × 21`, `42`. */
  localFormula: string;
  localNumbers: string;
  local: string;
  /** The incoming gradient, the outgoing one, and how the one became the other. */
  incoming: string;
  gradient: string;
  product: string;
  /** For each parameter its name, its slope in symbols and as a number, and its gradient. */
  slopes: readonly {
    name: string;
    formula: string;
    local: string;
    product: string;
    gradient: string;
  }[];
  /** The value of what is differentiated, and of the target that a loss compares with. */
  value: string;
  target: string;
  /** The numbers to begin with: `v = 42`, `k = 0.5`. */
  given: { input: string; parameters: readonly string[] };
  /** At the check: the number that is moved, and what the chain rule says of it. */
  moved: string;
  analytic: string;
  /** ε, the slope measured with it, and whether it is too small to move the number at all. */
  epsilon: string;
  measured: string;
  isLost: boolean;
  /** Whether it could be measured at all. */
  isMeasured: boolean;
}

/** A sentence for each kind of step. */
export interface StepSentences {
  start: (facts: StepFacts) => string;
  forward: (facts: StepFacts) => string;
  objective: (facts: StepFacts) => string;
  backwardObjective: (facts: StepFacts) => string;
  backward: (facts: StepFacts) => string;
  parameters: (facts: StepFacts) => string;
  check: (facts: StepFacts) => string;
}

const d = (top: string, bottom: string) => `d${top}/d${bottom}`;
const list = (items: readonly string[]) =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
const counts = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];
const counted = (count: number) => counts[count] ?? formatShort(count);

// What a layer does to its input.
const does: Readonly<Record<string, (parameters: readonly string[]) => string>> = {
  Mul: ([k]) => `Multiply the input by ${k}`,
  Square: () => 'Square the result',
  Linear: ([weight, bias]) => `Multiply by the weights ${weight} and add the bias ${bias}`,
  ReLU: () => 'Let positive numbers through, and put 0 in the place of the others',
  LeakyReLU: () => 'Let positive numbers through, and only a little of the others',
  Sigmoid: () => 'Squeeze every number between 0 and 1',
  Tanh: () => 'Squeeze every number between −1 and 1',
  Softplus: () => 'Let large numbers through, and bend smoothly towards 0 below',
  Softmax: () => 'Turn the numbers into probabilities that add up to 1',
  Sin: () => 'Take the sine',
  Dropout: () => 'In use, let every number through',
  LayerNorm: () => 'Bring the numbers to mean 0 and variance 1, then scale and shift them',
  Residual: () => 'Add what the inner layer computes to what it was given',
  Features: () => 'Make features of the coordinates',
};
const doing = ({ type, description, parameters }: StepFacts) =>
  does[type]?.(parameters) ?? `Apply ${description}`;

export const defaultTitles: StepSentences = {
  start: () => 'Start',
  forward: ({ formula }) => `Forward: ${formula}`,
  objective: ({ formula }) => `Forward: ${formula}`,
  backwardObjective: ({ objective, input }) => `Backward: ${d(objective, input)}`,
  backward: ({ objective, input, output, isTop, localFormula }) =>
    isTop
      ? `Backward: ${d(objective, input)}${localFormula && ` = ${localFormula}`}`
      : `Backward: ${d(objective, input)} = ${d(objective, output)} · ${d(output, input)}`,
  parameters: ({ objective, output, parameters }) => {
    const [name] = parameters;
    return parameters.length === 1 && name
      ? `Backward: ${d(objective, name)} = ${d(objective, output)} · ${d(output, name)}`
      : `Backward: ${list(parameters.map((one) => d(objective, one)))}`;
  },
  check: () => 'Check: the numerical slope',
};

export const defaultSentences: StepSentences = {
  start: ({ given, layers, objective, samples }) => {
    const parameters = given.parameters.length
      ? ` and the ${given.parameters.length === 1 ? 'parameter' : 'parameters'} ${list(given.parameters)}`
      : '';
    const batch = samples > 1 ? ` The batch has ${samples} samples.` : '';
    return `Take the input ${given.input}${parameters}. ${counted(layers)} ${layers === 1 ? 'function turns' : 'functions in a row turn'} ${given.parameters.length ? 'them' : 'it'} into ${objective}.${batch}`;
  },
  forward: (facts) =>
    facts.isSingle
      ? `${doing(facts)}: ${facts.numbers}.`
      : `${doing(facts)}. For one unit: ${facts.numbers}.`,
  objective: ({ type, objective, input, value, target }) =>
    type === 'Sum'
      ? `Add up all outputs, so that there is one number to differentiate: ${objective} = ${value}.`
      : `Compare ${input} with the target ${target}: the loss is ${objective} = ${value}.`,
  backwardObjective: ({ type, objective, input, gradient }) =>
    type === 'Sum'
      ? `The way back begins: each output counts once in ${objective}, so every slope is 1.`
      : `The way back begins: how the loss changes with what the model says, ${d(objective, input)} = ${gradient}.`,
  backward: (facts) => {
    const { input, objective, output, right, localFormula, localNumbers, local } = facts;
    if (!facts.isSingle) {
      return `Multiply what came in, ${d(objective, output)}, by the local slopes ${d(output, input)}, and add up where several ways meet: ${facts.product}.`;
    }
    const how = [localFormula, localNumbers, local].filter(
      (text, i, all) => text && all.indexOf(text) === i,
    );
    return facts.isTop
      ? `The slope of ${right} is ${how.join(' = ')}: move ${input} a little, and ${objective} changes ${local} times as much.`
      : `Multiply what came in, ${facts.incoming}, by the local slope ${how.at(0) === local ? local : `${localFormula} = ${local}`}: ${facts.product}.`;
  },
  parameters: (facts) => {
    const { slopes, incoming, samples, isSingle } = facts;
    const [first] = slopes;
    if (samples === 1 && isSingle && slopes.length === 1 && first) {
      return `Reuse what came in, ${incoming}, and multiply it by the other slope, ${first.formula} = ${first.local}: ${first.product}.`;
    }
    const whole = slopes.map(({ product }) => product).join('; ');
    return samples === 1
      ? `Reuse what came in and multiply it by the slopes by ${list(slopes.map(({ name }) => name))}: ${whole}.`
      : `Reuse what came in. Every sample adds its share (+=), so the gradient is a sum over the batch: ${whole}.`;
  },
  check: ({ moved, given, epsilon, objective, measured, analytic, isLost }) =>
    isLost
      ? `ε = ${epsilon} is too small beside ${given.input}: for the computer ${moved} + ε is ${moved} itself, so the measured slope is ${measured}. The chain rule says ${analytic}.`
      : `Move ${moved} by ε = ${epsilon} and measure: (${objective}(${moved} + ε) − ${objective}(${moved})) / ε = ${measured}. The chain rule says ${analytic}.`,
};
