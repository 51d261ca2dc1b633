// brain.js, in float32. What differs: it takes the points one by one, whatever the batch is; its
// loss is the mean squared error; and its activation is the last layer's too.

// The bundle for browsers holds the same class without asking for gpu.js beside it.
import brain from 'brain.js/dist/browser.js';

export function create(problem) {
  const { sizes, layers, rate } = problem;
  const net = new brain.NeuralNetwork({
    inputSize: sizes[0],
    hiddenLayers: sizes.slice(1, -1),
    outputSize: 1,
    activation: 'relu',
  });
  net.initialize();
  layers.forEach(({ nIn, weight, bias }, l) => {
    // Its output is about the label itself: a logit of 0 is its 0.5. (An output ReLU that begins below
    // zero would never move.)
    net.biases[l + 1].set(l < layers.length - 1 ? bias : bias.map((b) => b + 0.5));
    net.weights[l + 1].forEach((row, o) => row.set(weight.subarray(o * nIn, (o + 1) * nIn)));
  });

  const points = Array.from(problem.y, (label, i) => ({
    input: Array.from(problem.x.subarray(i * sizes[0], (i + 1) * sizes[0])),
    output: [label],
  }));
  const smallest = 1e-9; // it takes no zero for these
  const settings = { learningRate: rate / 10, momentum: smallest, errorThresh: smallest };

  return {
    train(epochs) {
      net.train(points, { ...settings, iterations: epochs });
    },
    // Cross-entropy asks for a probability, which the output need not be.
    logits: () =>
      points.map(({ input }) => {
        const p = Math.min(Math.max(net.run(input)[0], 0.01), 0.99);
        return Math.log(p / (1 - p));
      }),
  };
}
