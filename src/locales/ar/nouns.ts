// The nouns that are counted, with the forms that Arabic numbers ask for.
import type { Noun } from './grammar';

function forms(one: string, two: string, few: string, many: string, other: string): Noun {
  return { one, two, few, many, other };
}

const change = forms('تغيير واحد', 'تغييران', 'تغييرات', 'تغييرًا', 'تغيير');
const example = forms('مثال واحد', 'مثالان', 'أمثلة', 'مثالًا', 'مثال');
const multiplication = forms(
  'عملية ضرب واحدة',
  'عمليتا ضرب',
  'عمليات ضرب',
  'عملية ضرب',
  'عملية ضرب',
);
const point = forms('نقطة واحدة', 'نقطتان', 'نقاط', 'نقطة', 'نقطة');
const testPoint = forms(
  'نقطة اختبار واحدة',
  'نقطتا اختبار',
  'نقاط اختبار',
  'نقطة اختبار',
  'نقطة اختبار',
);
const trainPoint = forms(
  'نقطة تدريب واحدة',
  'نقطتا تدريب',
  'نقاط تدريب',
  'نقطة تدريب',
  'نقطة تدريب',
);

/** Nouns by what they mean; those that end in `Of` follow a preposition or another noun. */
export const noun = {
  byte: forms('بايت واحد', 'بايتان', 'بايتات', 'بايتًا', 'بايت'),
  change,
  changeOf: { ...change, two: 'تغييرين' },
  class: forms('صنف واحد', 'صنفان', 'أصناف', 'صنفًا', 'صنف'),
  digitOf: forms('رقم واحد', 'رقمين', 'أرقام', 'رقمًا', 'رقم'),
  epoch: forms('حقبة واحدة', 'حقبتان', 'حقب', 'حقبة', 'حقبة'),
  example,
  exampleOf: { ...example, two: 'مثالين' },
  function: forms('دالة واحدة', 'دالتان', 'دوال', 'دالة', 'دالة'),
  gradient: forms('تدرج واحد', 'تدرجان', 'تدرجات', 'تدرجًا', 'تدرج'),
  gradientOf: forms('تدرج واحد', 'تدرجين', 'تدرجات', 'تدرجًا', 'تدرج'),
  input: forms('مدخل واحد', 'مدخلان', 'مدخلات', 'مدخلًا', 'مدخل'),
  line: forms('سطر واحد', 'سطران', 'أسطر', 'سطرًا', 'سطر'),
  multiplication,
  multiplicationOf: { ...multiplication, two: 'عمليتي ضرب' },
  neuron: forms('عصبون واحد', 'عصبونان', 'عصبونات', 'عصبونًا', 'عصبون'),
  node: forms('عقدة واحدة', 'عقدتان', 'عقد', 'عقدة', 'عقدة'),
  nonFinite: forms(
    'عدد واحد غير منتهٍ',
    'عددان غير منتهيين',
    'أعداد غير منتهية',
    'عددًا غير منتهٍ',
    'عدد غير منتهٍ',
  ),
  output: forms('مخرج واحد', 'مخرجان', 'مخرجات', 'مخرجًا', 'مخرج'),
  parameter: forms('معامل واحد', 'معاملان', 'معاملات', 'معاملًا', 'معامل'),
  point,
  pointOf: { ...point, two: 'نقطتين' },
  problem: forms('مشكلة واحدة', 'مشكلتان', 'مشكلات', 'مشكلة', 'مشكلة'),
  product: forms('جداء واحد', 'جداءان', 'جداءات', 'جداءً', 'جداء'),
  run: forms('تدريب واحد', 'تدريبان', 'تدريبات', 'تدريبًا', 'تدريب'),
  stepOf: forms('خطوة واحدة', 'خطوتين', 'خطوات', 'خطوة', 'خطوة'),
  testPoint,
  testPointOf: { ...testPoint, two: 'نقطتي اختبار' },
  trainPoint,
  trainPointOf: { ...trainPoint, two: 'نقطتي تدريب' },
  value: forms('قيمة واحدة', 'قيمتان', 'قيم', 'قيمة', 'قيمة'),
  watch: forms(
    'أمر واحد للمراقبة',
    'أمران للمراقبة',
    'أمور للمراقبة',
    'أمرًا للمراقبة',
    'أمر للمراقبة',
  ),
} as const satisfies Readonly<Record<string, Noun>>;
