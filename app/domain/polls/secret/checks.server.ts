/** What a secret vote makes and checks by the thousand: pure work for threads, each of them some hundred powers. */
import { pbkdf2Sync } from 'node:crypto'
import { found } from '#app/domain/refusal'
import { type BallotFault, faultOf } from '#app/domain/voting/belenios/ballot'
import { readBallot } from '#app/domain/voting/belenios/ballot-text'
import { fixedPowers, integerOf, isElement } from '#app/domain/voting/belenios/group'
import { electionOf, nativeGroup } from './protocol.server'

/** What is wrong with a ballot that can be read and whose credential is on the list. */
export function ballotFault(election: string, ballot: string): BallotFault | undefined {
  return faultOf(electionOf(election), found(readBallot(ballot)), () => true)
}

/** As `publicCredential` computes them, by OpenSSL. Source: Belenios specification 2.0, section 4.8. */
export function publicHalves(uuid: string, credentials: readonly string[]): string[] {
  const group = nativeGroup()
  return credentials.map((credential) => {
    const secret = integerOf(pbkdf2Sync(credential, uuid, 1000, 32, 'sha256')) % group.q
    return String(fixedPowers(group, group.g)(secret))
  })
}

/** The first that is no element of the group, or −1. */
export function firstStranger(credentials: readonly string[]): number {
  return credentials.findIndex((credential) => !isElement(nativeGroup(), BigInt(credential)))
}
