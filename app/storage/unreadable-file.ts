/** A file from outside that cannot be read at all: nothing of it is taken. */
export class UnreadableFile extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UnreadableFile'
  }
}
