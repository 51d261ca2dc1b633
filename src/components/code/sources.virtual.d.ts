// The engine's methods, as the build cuts them out of the files (.ci/sources.mjs).
declare const sources: {
  excerpts: {
    name: string;
    file: string;
    first: number;
    text: string;
    roles: Record<number, string>;
    needs: Record<number, string>;
    names: Record<string, string>;
  }[];
  methods: Record<string, Record<string, number[]>>;
};
export default sources;
