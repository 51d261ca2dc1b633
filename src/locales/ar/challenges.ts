// The challenges in Arabic: what each asks, and what is said of the mistakes that others made.
import type { ChallengeLabels } from '../../components/code-challenge/challenge-labels';
import { checkWords } from './checks';
import { code, comment } from './grammar';

const onlyAdd = `تكون الإضافة بـ ${code('+=')}، لأن ${code('=')} يستبدل`;

const mistakes: ChallengeLabels['mistakes'] = {
  squareDoubled: 'يساوي 2x؛ ومربع x هو \u2066x · x\u2069',
  squareUntouched: 'يساوي x كما هو؛ والمطلوب \u2066x · x\u2069',
  slopeAlone: 'هو الميل 2x وحده؛ ويجب ضربه في dObj/dOut',
  halfSlope: 'نصف المطلوب: ميل x² هو 2x لا x',
  valueForSlope: 'يستعمل القيمة x² حيث يلزم الميل 2x',
  slopeOfTwo: 'يستعمل الميل 2؛ وميل x² عند x هو 2x',
  sumForProduct: 'يساوي \u2066k + x\u2069؛ والمطلوب \u2066k · x\u2069',
  factorAlone: 'هو k وحده؛ ويجب ضربه في dObj/dOut',
  inputForFactor: 'يستعمل الدخل حيث يلزم الميل \u2066dOut/dIn = k\u2069',
  inputsAlone: 'هو مجموع المدخلات وحدها؛ ويجب ضرب كل منها في dObj/dOut الخاص به',
  gradientsAlone: 'هو مجموع dObj/dOut وحدها؛ ويجب ضرب كل منها في دخلها',
  gradientsWithoutWeights: 'هو مجموع dObj/dOut وحدها؛ ويجب ضرب كل منها في وزنها',
  factorTwice: 'فيه العامل k؛ والميل dOut/dk هو الدخل وحده',
  batchDivided: 'ربع المطلوب: المطلوب الجمع على الدفعة بلا قسمة',
  lastNumber: `فيه حصة العدد الأخير فقط؛ ${onlyAdd}`,
  biasMissing: 'ينقصه الانحياز: يُضاف b[o] إلى كل مجموع',
  biasPerInput: 'يحسب الانحياز مرة لكل دخل؛ وهو يدخل كل مجموع مرة واحدة',
  biasSubtracted: 'طُرح منه الانحياز؛ ويجب أن يضاف',
  biasAlone: 'هو الانحياز وحده؛ وينقصه المجموع الموزون للمدخلات',
  weightsAlone: 'هو مجموع الأوزان وحدها؛ ويجب ضرب كل منها في dObj/dOut الخاص به',
  firstOutput: 'يراعي المخرج الأول فقط؛ والمطلوب الجمع على كل المخارج',
  lastOutput: 'يراعي المخرج الأخير فقط؛ والمطلوب الجمع على كل المخارج',
  lastPoint: `فيه حصة النقطة الأخيرة فقط؛ ${onlyAdd}`,
  firstPoint: 'فيه حصة النقطة الأولى فقط؛ والمطلوب المرور على كل نقاط الدفعة',
  weightAsFactor: 'فيه الوزن عاملًا؛ وميل المخرج بالنسبة إلى الوزن هو الدخل',
  pointsCounted: 'يعد النقاط؛ وكل نقطة تضيف dObj/dOut الخاص بها',
  biasAsFactor: 'فيه الانحياز عاملًا؛ وميل المخرج بالنسبة إلى انحيازه 1',
  untouched: 'لم يتغير؛ يوضع العدد الجديد مكانه',
  unchanged: 'لم يتغير',
  upTheSlope: 'صعد مع الميل؛ والخسارة تنخفض عكس التدرج',
  wholeGradient: 'تحرك بالتدرج كله؛ ويجب ضربه في معدل التعلم',
  wholeGradientByLr: 'تحرك بالتدرج كله؛ ويجب ضربه في lr',
  stepAlone: 'فيه الخطوة وحدها؛ والانطلاق من العدد السابق',
  signAlone: 'اتبع إشارة التدرج فقط؛ ولمقداره أهمية أيضًا',
  notCleared: 'ما زال موجودًا؛ يوضع 0 مكان كل عدد',
  gradientsKept: 'اتبع تدرجات كل الحقب حتى الآن؛ يجب تصفيرها أولًا',
  gradientPassedOn: 'هو dObj/dOut كما وصل؛ ويجب ضربه في ميل الطبقة dOut/dIn',
  onlySecond: `فيه الثاني فقط؛ ${onlyAdd}`,
};

const change = 'تضع rule(v, g) مكان كل عدد v في قائمة، مع g المقابل له في قائمة أخرى.';

const challenges: ChallengeLabels['challenges'] = {
  square: {
    title: 'كتابة Square',
    task: 'ثلاثة فراغات: ما يحفظه forward، وما يعيده، وقاعدة السلسلة في backward.',
    hints: [
      'ميل x² هو 2x، فيجب أن يعرف backward قيمة x التي رآها forward.',
      'في backward يكون n الصف و i العمود: العدد الذي رآه forward هناك هو \u2066this.input[n][i]\u2069.',
      'dObj/dIn هو dObj/dOut في الميل: \u2066d * 2 * this.input[n][i]\u2069.',
    ],
    comments: [
      comment(`${code('x ↦ x²')} لكل عدد في الدفعة: x قائمة صفوف، صف لكل نقطة.`),
      comment('يُحفظ هنا ما سيحتاج إليه backward.'),
      'dObj/dIn = dObj/dOut × dOut/dIn',
    ],
    run: 'دائرتان، ونموذج فيه Square المكتوبة هنا بين طبقتي Linear.',
  },
  mul: {
    title: 'كتابة Mul',
    task: 'ثلاثة فراغات: k x في forward، وتدرج k وتدرج الدخل في backward.',
    hints: [
      'لـ \u2066M = k v\u2069 ميلان: \u2066dM/dv = k\u2069 و \u2066dM/dk = v\u2069.',
      'k في قائمة: عدده \u2066this.k[0]\u2069. و v المقابل لـ d هو \u2066this.input[n][i]\u2069.',
      'يزداد grad_k بمقدار \u2066d * this.input[n][i]\u2069، ويتلقى الدخل \u2066d * this.k[0]\u2069.',
    ],
    comments: [
      comment(`${code('x ↦ k x')} بعدد واحد k للتعلم، هو نفسه لكل أعداد الدفعة.`),
      comment('قائمة، كي تُمرر بالمرجع'),
      comment('يضيف كل عدد في الدفعة حصته: dObj/dOut × dOut/dk.'),
      'dObj/dIn = dObj/dOut × dOut/dIn',
    ],
    run: 'سحابتان، وبيرسبترون فيه Mul المكتوبة هنا قبل الدالة السينية: كلما كبر k صار الحد أوضح.',
  },
  linear: {
    title: 'كتابة Linear',
    task: 'أربعة فراغات. البداية بـ forward: يُفحص وحده قبل النظر في backward.',
    hints: [
      'التمرير الأمامي: المخرج o لنقطة هو b[o] مع مجموع \u2066w[o][i] * row[i]\u2069 على i. يمكن أن يبدأ reduce من \u2066this.b[o]\u2069.',
      'يؤثر الانحياز في مخرجه بميل 1، فتضيف كل نقطة d إلى grad_b[o]. ويؤثر الوزن بميل يساوي دخله، فتضيف كل نقطة \u2066d * this.input[n][i]\u2069.',
      'يؤثر الدخل في كل مخرج عبر وزنه: dObj/dIn[i] هو مجموع \u2066d * w[o][i]\u2069 على o.',
    ],
    comments: [
      comment('كل مخرج مجموع موزون للمدخلات، مع انحياز.'),
      comment(
        `في الدفعة B نقطة، و I دخلًا، و O مخرجًا: x شكله ${code('(B, I)')}، و w شكله ${code('(O, I)')}، و b شكله ${code('(O)')}.`,
      ),
      '(B, I)',
      comment('لكل نقطة صف من O مخرجًا.'),
      comment(`dOut شكله ${code('(B, O)')}. تضاف حصة كل نقطة إلى التدرجات.`),
      comment(`dObj/dIn، ${code('(B, I)')}: يؤثر الدخل في كل مخرج.`),
    ],
    run: 'النقاط الأربع، وبيرسبترون من Linear المكتوبة هنا ودالة سينية.',
  },
  'own-layer': {
    title: 'طبقة خاصة',
    task: 'المطلوب اختيار دالة لعدد واحد v وكتابة ميلها. يُقارن الميل بما يُقاس على forward.',
    hints: [
      'تصلح أي دالة ليست خطًا مستقيمًا: \u2066Math.sin(v)\u2069، \u2066Math.abs(v)\u2069، \u2066v * Math.exp(-v * v)\u2069.',
      'ميل \u2066Math.sin(v)\u2069 هو \u2066Math.cos(v)\u2069؛ وميل \u2066Math.abs(v)\u2069 هو \u2066Math.sign(v)\u2069.',
    ],
    comments: [
      comment(`دالة خاصة، لكل عدد على حدة. أهي sin؟ أهي ${code('|x|')}؟ هل استعملها أحد من قبل؟`),
      comment('ميل هذه الدالة عند العدد الذي رأته.'),
    ],
    run: 'دائرتان، ونموذج فيه هذه الطبقة بين طبقتي Linear.',
  },
  optimizer: {
    title: 'كتابة محسِّن',
    task: 'فراغان: ما يضعه zeroGrad مكان كل تدرج، وإلى أين ينقل step كل عدد.',
    hints: [
      'على zeroGrad أن يجعل كل تدرج 0، مهما كان قبل ذلك.',
      'يشير التدرج إلى أعلى المنحدر. والخطوة في الاتجاه المعاكس، بمقدار lr في التدرج.',
    ],
    comments: [
      comment(
        `يُنشأ مع النموذج؛ ${code('zeroGrad()')} قبل كل خطوة تدريب، و ${code('step()')} بعد كل backward.`,
      ),
      comment(`${code('[{ value, grad }, …]')}: قوائم أعداد، من مستوى أو مستويين، بالمرجع.`),
      comment(change),
    ],
    run: 'النقاط الأربع، وبيرسبترون يدربه هذا المحسِّن.',
  },
  'training-loop': {
    title: 'كتابة حلقة التدريب',
    task: 'أربعة فراغات في حقبة: التصفير، فالتمرير الأمامي، فالخلفي، فالخطوة.',
    hints: [
      'يضيف backward إلى التدرجات. فماذا يجب أن يحدث لها قبل ذلك؟',
      'يأخذ النموذج كل النقاط معًا: \u2066model.forward(x)\u2069. ويسير التدرج في الاتجاه الآخر: \u2066model.backward(dPred)\u2069.',
      'يشير التدرج إلى أعلى المنحدر. والخطوة في الاتجاه المعاكس: \u2066v - lr * g\u2069.',
    ],
    comments: [
      comment('حقبة على كل النقاط. في model: forward و backward و zeroGrad و parameters؛'),
      comment(`وفي loss: ${code('forward(pred, target)')} و ${code('backward()')}.`),
      comment('1. محو تدرجات الحقبة السابقة.'),
      comment('2. ماذا يقول النموذج، وكم يخطئ؟'),
      comment('3. العودة: عبر الخسارة أولًا، ثم عبر النموذج.'),
      comment('4. تحريك كل عدد عكس تدرجه.'),
      comment(change),
    ],
    run: 'النقاط الأربع، وبيرسبترون في حلقة التدريب هذه.',
  },
};

export const challengeWords: ChallengeLabels = { challenges, mistakes, checkWords };
