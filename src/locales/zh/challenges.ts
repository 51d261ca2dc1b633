// The challenges in Chinese: what each asks, and what is said of the mistakes that others made.
import type { ChallengeLabels } from '../../components/code-challenge/challenge-labels';
import { checkWords } from './checks';

const onlyAdd = '请用 += 累加，= 会覆盖原来的值';

const mistakes: ChallengeLabels['mistakes'] = {
  squareDoubled: '等于 2x；x 的平方是 x · x',
  squareUntouched: '还是 x 本身；应为 x · x',
  slopeAlone: '只是斜率 2x；还要乘以 dObj/dOut',
  halfSlope: '只有应有值的一半：x² 的斜率是 2x，不是 x',
  valueForSlope: '用了值 x²，这里应当用斜率 2x',
  slopeOfTwo: '用了斜率 2；x² 在 x 处的斜率是 2x',
  sumForProduct: '等于 k + x；应为 k · x',
  factorAlone: '只是 k；还要乘以 dObj/dOut',
  inputForFactor: '用了输入，这里应当用斜率 dOut/dIn = k',
  inputsAlone: '只是各输入之和；每个输入都要乘以它的 dObj/dOut',
  gradientsAlone: '只是各 dObj/dOut 之和；每个都要乘以它的输入',
  gradientsWithoutWeights: '只是各 dObj/dOut 之和；每个都要乘以它的权重',
  factorTwice: '多乘了因子 k；斜率 dOut/dk 就是输入本身',
  batchDivided: '只有应有值的四分之一：对批次求和，不要做除法',
  lastNumber: `只包含最后一个数的贡献；${onlyAdd}`,
  biasMissing: '漏了偏置：每个和都要加上 b[o]',
  biasPerInput: '对每个输入都加了一次偏置；每个和只加一次',
  biasSubtracted: '减去了偏置；应当加上',
  biasAlone: '只有偏置；还缺输入的加权和',
  weightsAlone: '只是各权重之和；每个权重都要乘以它的 dObj/dOut',
  firstOutput: '只考虑了第一个输出；要对所有输出求和',
  lastOutput: '只考虑了最后一个输出；要对所有输出求和',
  lastPoint: `只包含最后一个点的贡献；${onlyAdd}`,
  firstPoint: '只包含第一个点的贡献；要遍历批次中的所有点',
  weightAsFactor: '多乘了权重；输出对权重的斜率是输入',
  pointsCounted: '数的是点的个数；每个点加上的应是它的 dObj/dOut',
  biasAsFactor: '多乘了偏置；输出对偏置的斜率是 1',
  untouched: '没有改变；请把新的数放回原处',
  unchanged: '没有改变',
  upTheSlope: '沿着上坡方向移动了；损失沿梯度的反方向下降',
  wholeGradient: '移动了整个梯度；请先把梯度乘以学习率',
  wholeGradientByLr: '移动了整个梯度；请先把梯度乘以 lr',
  stepAlone: '只有这一步的改变量；要从原来的数出发',
  signAlone: '只用了梯度的符号；它的大小也要计入',
  notCleared: '还没有清零；请把每个数都换成 0',
  gradientsKept: '用了到目前为止所有轮次累积的梯度；请先把梯度清零',
  gradientPassedOn: '就是传来的 dObj/dOut；还要乘以该层的斜率 dOut/dIn',
  onlySecond: `只包含第二次的贡献；${onlyAdd}`,
};

const change = '把一个列表中的每个数 v 换成 rule(v, g)，g 是另一个列表中与它对应的数。';

const challenges: ChallengeLabels['challenges'] = {
  square: {
    title: '编写 Square',
    task: '填上三处空白：forward 要记下什么，返回什么，以及 backward 中的链式法则。',
    hints: [
      'x² 的斜率是 2x，所以 backward 需要知道 forward 见过的 x。',
      '在 backward 中，n 是行，i 是列：forward 在那里见过的数是 this.input[n][i]。',
      'dObj/dIn 等于 dObj/dOut 乘以斜率：d * 2 * this.input[n][i]。',
    ],
    comments: [
      'x ↦ x²，作用于批次中的每个数：x 是由行组成的列表，每个点一行。',
      '记下 backward 要用到的东西。',
      'dObj/dIn = dObj/dOut × dOut/dIn',
    ],
    run: '两个圆环，模型在两个 Linear 层之间用了你写的 Square。',
  },
  mul: {
    title: '编写 Mul',
    task: '填上三处空白：forward 中的 k x，以及 backward 中 k 的梯度和输入的梯度。',
    hints: [
      'M = k v 有两个斜率：dM/dv = k，dM/dk = v。',
      'k 在一个列表里：它的数是 this.k[0]。与 d 对应的 v 是 this.input[n][i]。',
      'grad_k 增加 d * this.input[n][i]，输入得到 d * this.k[0]。',
    ],
    comments: [
      'x ↦ k x，只有一个要学习的数 k，批次中的每个数共用它。',
      '放在列表里，这样可以按引用传递',
      '批次中的每个数都加上自己的贡献：dObj/dOut × dOut/dk。',
      'dObj/dIn = dObj/dOut × dOut/dIn',
    ],
    run: '两团点，感知机在 sigmoid 之前用了你写的 Mul：k 越大，边界越清晰。',
  },
  linear: {
    title: '编写 Linear',
    task: '填上四处空白。先写 forward：它会单独检查，通过之后才检查 backward。',
    hints: [
      '前向：一个点的输出 o 等于 b[o] 加上对 i 求和的 w[o][i] 乘以 row[i]。reduce 可以从 this.b[o] 开始。',
      '偏置以斜率 1 影响它的输出，所以每个点给 grad_b[o] 加上 d。权重的斜率是它的输入，所以每个点加上 d 乘以 this.input[n][i]。',
      '一个输入通过各自的权重影响每个输出：dObj/dIn[i] 是对 o 求和的 d 乘以 w[o][i]。',
    ],
    comments: [
      '每个输出都是输入的加权和，再加上偏置。',
      '批次中有 B 个点，I 个输入，O 个输出：x 是 (B, I)，w 是 (O, I)，b 是 (O)。',
      '(B, I)',
      '每个点对应一行，含 O 个输出。',
      'dOut 是 (B, O)。把每个点的贡献加到梯度上。',
      'dObj/dIn，(B, I)：一个输入影响每个输出。',
    ],
    run: '四个点，感知机由你写的 Linear 和一个 sigmoid 组成。',
  },
  'own-layer': {
    title: '你自己的层',
    task: '选一个以数 v 为自变量的函数，并写出它的斜率。这个斜率会与在你的 forward 上测得的斜率比较。',
    hints: [
      '只要不是直线，什么函数都可以：Math.sin(v)、Math.abs(v)、v * Math.exp(-v * v)。',
      'Math.sin(v) 的斜率是 Math.cos(v)；Math.abs(v) 的斜率是 Math.sign(v)。',
    ],
    comments: [
      '你自己的函数，分别作用于每个数。用 sin？用 |x|？还是没人用过的函数？',
      '你的函数在它见过的那个数处的斜率。',
    ],
    run: '两个圆环，模型在两个 Linear 层之间用了你写的层。',
  },
  optimizer: {
    title: '编写优化器',
    task: '填上两处空白：zeroGrad 把每个梯度换成什么，step 把每个数移到哪里。',
    hints: [
      '不管梯度原来是多少，zeroGrad 都要把它变成 0。',
      '梯度指向上坡。一步要朝相反的方向走，步长是 lr 乘以梯度。',
    ],
    comments: [
      '随模型一起创建；每个训练步之前调用 zeroGrad()，每次 backward 之后调用 step()。',
      '[{ value, grad }, …]：由数组成的列表，一层或两层，按引用传递。',
      change,
    ],
    run: '四个点，感知机由你写的优化器训练。',
  },
  'training-loop': {
    title: '编写训练循环',
    task: '填上一轮训练中的四处空白：清零、前向、反向、更新。',
    hints: [
      'backward 会往梯度上累加。那么在它之前，梯度应当怎样处理？',
      '模型一次接收所有的点：model.forward(x)。梯度反过来走：model.backward(dPred)。',
      '梯度指向上坡。一步要朝相反的方向走：v - lr * g。',
    ],
    comments: [
      '对所有点训练一轮。model 有 forward、backward、zeroGrad 和 parameters；',
      'loss 有 forward(pred, target) 和 backward()。',
      '1. 清除上一轮的梯度。',
      '2. 模型输出什么，错了多少？',
      '3. 反向：先经过损失，再经过模型。',
      '4. 让每个数朝梯度的反方向移动。',
      change,
    ],
    run: '四个点，感知机在你写的训练循环中训练。',
  },
};

export const challengeWords: ChallengeLabels = { challenges, mistakes, checkWords };
