import { resolve } from 'node:path'

/** Where files and the embedded database lie, for every command. */
export function dataFolder(): string {
  return resolve(process.env.DATA_FOLDER ?? '.data')
}
