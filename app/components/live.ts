/** Hears that something changed; the client of the sockets arrives only after the page is alive. */
import { useEffect, useRef } from 'react'

type Signal = { kind: string; id: string; number: number }

/** Calls back when the subject changes. The page then asks for what it may see. */
export function useChanges({ kind, id }: { kind: string; id: string }, onChange: (signal: Signal) => void) {
  const hear = useRef(onChange)
  hear.current = onChange
  useEffect(() => {
    let undo = () => {}
    let gone = false
    void connection().then((socket) => {
      if (gone) return
      let heardOnce = socket.connected
      const watch = () => {
        socket.emit('watch', { kind, id })
        // Back after a lost connection: what happened meanwhile was not heard.
        if (heardOnce) hear.current({ kind, id, number: 0 })
        heardOnce = true
      }
      const changed = (signal: Signal) => {
        if (signal.kind === kind && signal.id === id) hear.current(signal)
      }
      if (socket.connected) socket.emit('watch', { kind, id })
      socket.on('connect', watch)
      socket.on('changed', changed)
      undo = () => {
        socket.off('connect', watch)
        socket.off('changed', changed)
        socket.emit('leave', { kind, id })
      }
    })
    return () => {
      gone = true
      undo()
    }
  }, [kind, id])
}

/** Calls back when the person has a new notification. */
export function useBell(onBell: () => void) {
  const hear = useRef(onBell)
  hear.current = onBell
  useEffect(() => {
    let undo = () => {}
    let gone = false
    void connection().then((socket) => {
      if (gone) return
      const bell = () => hear.current()
      socket.on('bell', bell)
      undo = () => socket.off('bell', bell)
    })
    return () => {
      gone = true
      undo()
    }
  }, [])
}

type Socket = import('socket.io-client').Socket

let opened: Promise<Socket> | undefined

function connection(): Promise<Socket> {
  opened ??= import('socket.io-client').then(({ io }) => io({ transports: ['websocket', 'polling'] }))
  return opened
}
