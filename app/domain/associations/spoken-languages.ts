/** Languages in which associations here help people. */

export const spokenLanguages = [
  'it',
  'en',
  'fr',
  'ar',
  'sq',
  'ro',
  'es',
  'zh',
  'ka',
  'uk',
  'bn',
  'ur',
  'pa',
  'so',
  'ti',
  'wo',
] as const
