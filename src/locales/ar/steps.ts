// What each step of the chain rule is called and does, in Arabic.
import type { StepFacts, StepSentences } from '../../components/chain-rule-stepper/sentences';
import { code, counted, list, plural } from './grammar';
import { noun } from './nouns';

const d = (top: string, bottom: string) => code(`d${top}/d${bottom}`);

function madeBy(layers: number, objective: string): string {
  if (layers === 0) return `لا تُطبق عليه أي دالة: فهو ${objective} نفسه.`;
  return layers === 1
    ? `تصنع منه دالة واحدة ${objective}.`
    : `تصنع منه ${counted(layers, noun.function)} متتالية ${objective}.`;
}

// What a layer does to its input.
const does: Readonly<Record<string, (parameters: readonly string[]) => string>> = {
  Mul: ([k]) => `يُضرب الدخل في ${k}`,
  Square: () => 'يُربَّع الناتج',
  Linear: ([weight, bias]) => `يُضرب في الأوزان ${weight} ويُضاف الانحياز ${bias}`,
  ReLU: () => 'تمر الأعداد الموجبة، ويوضع 0 مكان غيرها',
  LeakyReLU: () => 'تمر الأعداد الموجبة، ولا يمر من غيرها إلا القليل',
  Sigmoid: () => 'يُحوَّل كل عدد إلى ما بين 0 و1',
  Tanh: () => `يُحوَّل كل عدد إلى ما بين ${code('−1')} و1`,
  Softplus: () => 'تمر الأعداد الكبيرة، وتميل الأعداد الأصغر بلطف إلى 0',
  Softmax: () => 'تُحوَّل الأعداد إلى احتمالات مجموعها 1',
  Sin: () => 'يؤخذ الجيب',
  Dropout: () => 'عند الاستعمال يمر كل عدد',
  LayerNorm: () => 'تُحوَّل الأعداد إلى متوسط 0 وتباين 1، ثم تُحجَّم وتُزاح',
  Residual: () => 'يُضاف ما تحسبه الطبقة الداخلية إلى ما تلقته',
  Features: () => 'تُصنع من الإحداثيات سمات',
};
const doing = ({ type, description, parameters }: StepFacts) =>
  does[type]?.(parameters) ?? `يُطبَّق ${description}`;

export const titles: StepSentences = {
  start: () => 'البداية',
  forward: ({ formula }) => `أمامًا: ${code(formula)}`,
  objective: ({ formula }) => `أمامًا: ${code(formula)}`,
  backwardObjective: ({ objective, input }) => `خلفًا: ${d(objective, input)}`,
  backward: ({ objective, input, output, isTop, localFormula }) =>
    isTop
      ? `خلفًا: ${code(`${d(objective, input)}${localFormula && ` = ${localFormula}`}`)}`
      : `خلفًا: ${code(`${d(objective, input)} = ${d(objective, output)} · ${d(output, input)}`)}`,
  parameters: ({ objective, output, parameters }) => {
    const [name] = parameters;
    return parameters.length === 1 && name
      ? `خلفًا: ${code(`${d(objective, name)} = ${d(objective, output)} · ${d(output, name)}`)}`
      : `خلفًا: ${list(parameters.map((one) => d(objective, one)))}`;
  },
  check: () => 'التحقق: الميل العددي',
};

export const sentences: StepSentences = {
  start: ({ given, layers, objective, samples }) => {
    const { length } = given.parameters;
    const parameters = length
      ? ` و${plural(length, { one: 'المعامل', two: 'المعاملان', other: 'المعاملات' })} ${list(given.parameters.map(code))}`
      : '';
    const batch = samples > 1 ? ` في الدفعة ${counted(samples, noun.example)}.` : '';
    return `الدخل ${code(given.input)}${parameters}. ${madeBy(layers, objective)}${batch}`;
  },
  forward: (facts) =>
    facts.isSingle
      ? `${doing(facts)}: ${code(facts.numbers)}.`
      : `${doing(facts)}. لوحدة واحدة: ${code(facts.numbers)}.`,
  objective: ({ type, objective, input, value, target }) =>
    type === 'Sum'
      ? `تُجمع كل المخرجات، ليبقى عدد واحد يُشتق: ${code(`${objective} = ${value}`)}.`
      : `يُقارن ${input} بالهدف ${target}: الخسارة هي ${code(`${objective} = ${value}`)}.`,
  backwardObjective: ({ type, objective, input, gradient }) =>
    type === 'Sum'
      ? `يبدأ التمرير الخلفي: يدخل كل مخرج في ${objective} مرة واحدة، فكل ميل 1.`
      : `يبدأ التمرير الخلفي: كيف تتغير الخسارة بتغير ما يقوله النموذج، ${code(`${d(objective, input)} = ${gradient}`)}.`,
  backward: (facts) => {
    const { input, objective, output, right, localFormula, localNumbers, local } = facts;
    if (!facts.isSingle) {
      return `يُضرب الوارد ${d(objective, output)} في الميول المحلية ${d(output, input)}، ويُجمع حيث تلتقي عدة طرق: ${code(facts.product)}.`;
    }
    const how = [localFormula, localNumbers, local].filter(
      (text, i, all) => text && all.indexOf(text) === i,
    );
    return facts.isTop
      ? `ميل ${code(right)} هو ${code(how.join(' = '))}: إذا تحرك ${input} قليلًا، تغير ${objective} بمقدار ${local} ضعف ذلك.`
      : `يُضرب الوارد ${code(facts.incoming)} في الميل المحلي ${code(how.at(0) === local ? local : `${localFormula} = ${local}`)}: ${code(facts.product)}.`;
  },
  parameters: ({ slopes, incoming, samples, isSingle }) => {
    const [first] = slopes;
    if (samples === 1 && isSingle && slopes.length === 1 && first) {
      return `يؤخذ الوارد ${code(incoming)} ويُضرب في الميل الآخر ${code(`${first.formula} = ${first.local}`)}: ${code(first.product)}.`;
    }
    const whole = slopes.map(({ product }) => code(product)).join('؛ ');
    return samples === 1
      ? `يؤخذ الوارد ويُضرب في الميول بالنسبة إلى ${list(slopes.map(({ name }) => code(name)))}: ${whole}.`
      : `يؤخذ الوارد. يضيف كل مثال حصته (${code('+=')})، فالتدرج مجموع على الدفعة: ${whole}.`;
  },
  check: ({ moved, given, epsilon, objective, measured, analytic, isLost }) =>
    isLost
      ? `${code(`ε = ${epsilon}`)} أصغر من أن يؤثر في ${code(given.input)}: فعند الحاسوب ${code(`${moved} + ε`)} هو ${moved} نفسه، والميل المقيس ${measured}. وتعطي قاعدة السلسلة ${analytic}.`
      : `يُحرَّك ${moved} بمقدار ${code(`ε = ${epsilon}`)} ويُقاس: ${code(`(${objective}(${moved} + ε) − ${objective}(${moved})) / ε = ${measured}`)}. وتعطي قاعدة السلسلة ${analytic}.`,
};
