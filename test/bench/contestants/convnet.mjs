// ConvNetJS. It has no loss of one logit: the nearest is its softmax over two outputs.
import convnetjs from 'convnetjs';

export function create(problem) {
  const { sizes, layers, batch, rate } = problem;
  const net = new convnetjs.Net();
  net.makeLayers([
    { type: 'input', out_sx: 1, out_sy: 1, out_depth: sizes[0] },
    ...sizes.slice(1, -1).map((size) => ({ type: 'fc', num_neurons: size, activation: 'relu' })),
    { type: 'softmax', num_classes: 2 },
  ]);

  // Of the two last outputs one begins with half the weights, the other with minus half of them.
  // Their difference is the logit, and stays it: both move against the same gradient, so that the
  // net trains as one with a single output and twice the learning rate in its last layer.
  const full = net.layers.filter(({ layer_type: type }) => type === 'fc');
  full.forEach(({ filters, biases }, l) => {
    const { nIn, weight, bias } = layers[l];
    filters.forEach(({ w }, o) => {
      const isLast = l === layers.length - 1;
      const factor = isLast ? o - 0.5 : 1;
      const row = isLast ? 0 : o;
      for (let i = 0; i < nIn; i++) w[i] = factor * weight[row * nIn + i];
      biases.w[o] = factor * bias[row];
    });
  });

  const points = Array.from(problem.y, (label, i) => ({
    vol: new convnetjs.Vol(Array.from(problem.x.subarray(i * sizes[0], (i + 1) * sizes[0]))),
    label,
  }));
  const trainer = new convnetjs.Trainer(net, {
    learning_rate: rate,
    momentum: 0,
    batch_size: batch,
  });

  return {
    train(epochs) {
      for (let epoch = 0; epoch < epochs; epoch++) {
        for (const { vol, label } of points) trainer.train(vol, label);
      }
    },
    logits: () =>
      points.map(({ vol }) => {
        const { w } = net.forward(vol);
        return Math.log(w[1] / w[0]);
      }),
  };
}
