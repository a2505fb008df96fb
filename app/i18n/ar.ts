/** Every word in this language, as one chunk for the browser. */
const files = import.meta.glob<Record<string, unknown>>('./locales/ar/*.json', { eager: true, import: 'default' })
export default files
