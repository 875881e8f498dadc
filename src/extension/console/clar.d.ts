declare module '*.clar?raw' {
  const text: string
  export default text
}
