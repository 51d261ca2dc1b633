// A button of the controls: of one run, of several, of a race.
import type { ComponentPropsWithoutRef } from 'react';

interface ActionButtonProps extends Omit<ComponentPropsWithoutRef<'button'>, 'type' | 'className'> {
  /** Whether it is the one main action of its figure. */
  isMain?: boolean | undefined;
}

export function ActionButton({ isMain = false, ...rest }: ActionButtonProps) {
  return (
    <button
      type="button"
      className={isMain ? 'pancake-button pancake-button-main' : 'pancake-button'}
      {...rest}
    />
  );
}
