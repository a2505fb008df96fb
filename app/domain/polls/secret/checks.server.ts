/** What a secret vote makes and checks by the thousand: pure work for threads, each of them some hundred powers. */
import { found } from '#app/domain/refusal'
import { type BallotFault, faultOf } from '#app/domain/voting/belenios/ballot'
import { readBallot } from '#app/domain/voting/belenios/ballot-text'
import { isElement } from '#app/domain/voting/belenios/group'
import { publicHalves } from '#app/domain/voting/belenios/native-credentials.server'
import { electionOf, nativeGroup } from './protocol.server'

/** What is wrong with a ballot that can be read and whose credential is on the list. */
export function ballotFault(election: string, ballot: string): BallotFault | undefined {
  return faultOf(electionOf(election), found(readBallot(ballot)), () => true)
}

export function halvesOf(uuid: string, credentials: readonly string[]): Promise<string[]> {
  return publicHalves(nativeGroup(), uuid, credentials)
}

/** The first that is no element of the group, or −1. */
export function firstStranger(credentials: readonly string[]): number {
  return credentials.findIndex((credential) => !isElement(nativeGroup(), BigInt(credential)))
}
