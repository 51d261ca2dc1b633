// The entry point `react-pancake/engine`: engine and trainer, without React.
export * from './engine/index';
export * from './trainer/index';
