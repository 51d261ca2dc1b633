// The words of the settings in Arabic.
import type { SettingLabels } from '../../components/trainer-controls/setting-labels';
import { counted, formatCount, formatShort, quoted } from './grammar';
import { noun } from './nouns';

const schedules: Record<Parameters<SettingLabels['scheduleName']>[0], string> = {
  constant: 'ثابتة',
  step: 'على مراحل',
  cosine: 'نصف جيب التمام',
  warmup: 'إحماء',
  custom: 'مخصصة',
};

const losses: Record<string, string> = {
  BinaryCrossEntropy: 'الإنتروبيا المتقاطعة الثنائية',
  BinaryCrossEntropyWithLogits: 'الإنتروبيا المتقاطعة الثنائية على logits',
  CrossEntropy: 'الإنتروبيا المتقاطعة',
  MeanSquaredError: 'متوسط مربع الخطأ',
  custom: 'مخصصة',
};

const parameters: Record<Parameters<SettingLabels['parameter']>[0], string> = {
  momentum: 'الزخم',
  nesterov: 'Nesterov',
  weightDecay: 'اضمحلال الأوزان',
  beta1: 'β₁',
  beta2: 'β₂',
  alpha: 'α',
  eps: 'ε',
  stepSize: 'كل n حقبة',
  gamma: 'الضرب في γ',
  epochs: 'خلال n حقبة',
  end: 'حتى',
};

const obstacles: Record<Parameters<SettingLabels['obstacle']>[0], string> = {
  modelOwnsActivation: 'جزء من هذا النموذج',
  modelOwnsDropout: 'جزء من هذا النموذج',
  noHiddenLayer: 'لا طبقة مخفية',
  needsSums: 'يتطلب نموذجًا بلا Sigmoid في آخره',
  needsProbabilities: 'يتطلب نموذجًا آخره Sigmoid',
  differsByLayer: 'تختلف بحسب الطبقة',
};

const names: Record<string, string> = {
  none: 'بلا',
  mixed: 'تختلف بحسب الطبقة',
  custom: 'مخصصة',
};

export const settings: SettingLabels = {
  learningRate: 'معدل التعلم',
  asNumber: (setting) => `${setting}، عددًا`,
  speed: 'السرعة',
  epochsPerSecond: (speed) =>
    speed === Infinity ? 'أقصى سرعة' : `${counted(speed, noun.epoch)}/ث`,
  schedule: 'الجدولة',
  scheduleName: (name) => schedules[name],
  scheduledRate: (rate) => `الآن ${formatShort(rate, 2)}`,
  batchSize: 'حجم الدفعة',
  batch: (size, points) => (size === 'full' ? `الكل (${formatCount(points)})` : formatCount(size)),
  lossFunction: 'دالة الخسارة',
  lossName: (type) => losses[type] ?? type,
  optimizer: 'المحسِّن',
  optimizerName: (name) => (name === 'custom' ? 'مخصص' : name),
  regularization: 'التنظيم',
  penalty: (name) => ({ none: 'بلا', l1: 'L1', l2: 'L2', both: 'L1 و L2' })[name],
  penaltyRate: (name) => ({ l1: 'معدل L1', l2: 'معدل L2' })[name],
  dropout: 'Dropout',
  activation: 'دالة التفعيل',
  activationName: (name) => names[name] ?? name,
  zeroGrad: 'zeroGrad',
  zeroGradState: (isOn) => (isOn ? 'قبل كل خطوة' : 'أبدًا: تتراكم التدرجات'),
  parameter: (name) => parameters[name],
  moreSettings: 'إعدادات أخرى',
  locked: 'محدد مسبقًا',
  allLocked: 'الإعدادات محددة مسبقًا.',
  obstacle: (obstacle) => obstacles[obstacle],
  notANumber: (text) => `${quoted(text.trim())} ليس عددًا`,
  beyond: ([min, max], byAuthor) => {
    const range =
      max === Infinity
        ? `لا يقل عن ${formatShort(min)}`
        : `من ${formatShort(min)} إلى ${formatShort(max)}`;
    return byAuthor ? `${range}، محدد مسبقًا` : range;
  },
};
