import { expect, test } from 'vitest'
import { cleanName } from './file-name'

test.each([
  ['Statuto 2024.pdf', 'Statuto 2024.pdf'],
  ['../../etc/passwd', 'passwd.pdf'],
  ['C:\\Documenti\\statuto.docx', 'statuto.pdf'],
  ['a.pdf\r\nX: y', 'a.pdfX y.pdf'],
  ['x.pdf\u0000.html', 'x.pdf.pdf'],
  ['fattura\u202Efdp.exe', 'fatturafdp.pdf'],
  ['', 'documento.pdf'],
  ['...', 'documento.pdf'],
  ['.htaccess', 'htaccess.pdf'],
  [`${'n'.repeat(300)}.pdf`, `${'n'.repeat(100)}.pdf`],
  ['بيان الجمعية.pdf', 'بيان الجمعية.pdf'],
])('%j is kept as %j', (given, kept) => {
  expect(cleanName(given, 'pdf')).toBe(kept)
})
