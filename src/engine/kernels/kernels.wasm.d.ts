// The compiled kernels, as the build puts them in: the bytes in hexadecimal.
declare const code: string;
export default code;
