// What the model says of one point of the data, and whether that is so.
import { NonFiniteError, type Task } from '../../engine';
import { predictedClass, type Trainer } from '../../trainer';
import type { DataPoint } from './layout';

/** What a model says of a point. */
export interface PointVerdict {
  task: Task;
  /** The probability of class 1, or of several classes that of the likeliest; for regression the value. */
  value: number;
  /** The class decided for, and whether the point is of another one; null for regression. */
  predicted: number | null;
  isWrong: boolean | null;
}

/** What the model as it is now says of a point; null if that is not finite. */
export function verdictOn(trainer: Trainer, { x, y, target }: DataPoint): PointVerdict | null {
  const { task } = trainer.data;
  try {
    const { data } = trainer.predict([[x, y]]);
    if (task === 'regression') return { task, value: data[0]!, predicted: null, isWrong: null };
    const predicted = predictedClass(data, 0, data.length);
    const value = task === 'binary' ? data[0]! : data[predicted]!;
    return { task, value, predicted, isWrong: predicted !== target };
  } catch (error) {
    if (!(error instanceof NonFiniteError)) throw error;
    return null;
  }
}
