import { describe, expect, it } from 'vitest'
import {
  certificateText,
  dealingText,
  deliveryText,
  holdingText,
  readCertificateText,
  readDealing,
  readDelivery,
  readHolding,
} from './ceremony-texts'
import { fixedPowers, groupNamed, modulo } from './group'
import {
  type Dealing,
  dealShares,
  decryptionKeyOf,
  deliveryFor,
  type Holding,
  makeCertificate,
  takeShares,
  thresholdOf,
} from './key-ceremony'
import { predictable } from './predictable-random'
import { channelKeysOf, makeSeed, publicHalves, receive, send } from './secure-channel'
import { isThreshold, jointKey, lagrangeWeight } from './threshold'

const group = groupNamed('BELENIOS-2048')!
const random = predictable('ceremony')
const seeds = [1, 2, 3].map(() => makeSeed(random))
const certificates = seeds.map((seed) => makeCertificate(group, seed, random))
const dealings = seeds.map((seed) => dealShares(group, seed, certificates, 2, random) as Dealing)
const take = (index: number, delivery = deliveryFor(dealings, index + 1)) =>
  takeShares(group, seeds[index]!, certificates, 2, delivery, random)
const holdings = seeds.map((_, index) => take(index) as Holding)
const keys = holdings.map(({ key }) => key)

describe('three trustees of whom two suffice', () => {
  it('publish keys that hold together', () => {
    const trustees = thresholdOf(group, 2, certificates, dealings, keys)!
    expect(isThreshold(group, trustees)).toBe(true)
  })

  it.each([[[1, 2]], [[1, 3]], [[2, 3]]])('have the joint key in the hands of %j', (numbers) => {
    const secret = numbers.reduce((sum, number) => {
      const share = decryptionKeyOf(group, seeds[number - 1]!, holdings[number - 1]!.privateKey)!
      return modulo(sum + share * lagrangeWeight(group, numbers, number), group.q)
    }, 0n)
    const trustees = thresholdOf(group, 2, certificates, dealings, keys)!
    expect(fixedPowers(group, group.g)(secret)).toBe(jointKey(group, trustees))
  })

  it("open each other's keys with no other seed", () => {
    expect(decryptionKeyOf(group, seeds[0]!, holdings[1]!.privateKey)).toBeUndefined()
  })

  it('exchange texts that read back as they were', () => {
    expect(readCertificateText(certificateText(certificates[0]!))).toEqual(certificates[0])
    expect(readDealing(dealingText(dealings[0]!))).toEqual(dealings[0])
    expect(readDelivery(deliveryText(deliveryFor(dealings, 1)))).toEqual(deliveryFor(dealings, 1))
    expect(readHolding(holdingText(holdings[0]!))).toEqual(holdings[0])
    expect(readDealing('{"polynomial":1}')).toBeUndefined()
  })
})

describe('a trustee refuses', () => {
  const honest = deliveryFor(dealings, 1)
  const cheat = dealShares(group, seeds[1]!, certificates, 2, random) as Dealing

  it("a share that does not fit its dealer's commitment", () => {
    const secrets = [honest.secrets[0]!, cheat.secrets[0]!, honest.secrets[2]!]
    expect(take(0, { ...honest, secrets })).toBe('share-does-not-fit')
  })

  it('a share meant for somebody else, or dealt by somebody else', () => {
    const [first, second, third] = honest.secrets as [string, string, string]
    expect(take(0, { ...honest, secrets: [first, dealings[1]!.secrets[1]!, third] })).toBe('share-unreadable')
    expect(take(0, { ...honest, secrets: [first, third, second] })).toBe('share-unreadable')
  })

  it('commitments that are missing, of another degree or not signed', () => {
    const longer = dealShares(group, seeds[1]!, certificates, 3, random) as Dealing
    const [first, , third] = honest.commitments
    expect(take(0, { ...honest, commitments: [first!, longer.commitment, third!] })).toBe('commitment-invalid')
    expect(take(0, { ...honest, commitments: [first!, third!, third!] })).toBe('commitment-invalid')
    expect(take(0, { ...honest, commitments: [first!] })).toBe('commitment-invalid')
  })

  it('its own polynomial exchanged for an older one', () => {
    const older = dealShares(group, seeds[0]!, certificates, 2, random) as Dealing
    expect(take(0, { ...honest, polynomial: older.polynomial })).toBe('own-polynomial-altered')
  })

  it('a circle without itself, or with a certificate that nobody signed', () => {
    expect(dealShares(group, makeSeed(random), certificates, 2, random)).toBe('own-certificate-missing')
    const forged = { ...certificates[1]!, message: certificates[2]!.message }
    expect(dealShares(group, seeds[0]!, [certificates[0]!, forged], 2, random)).toBe('certificate-invalid')
  })
})

it("a threshold with somebody's key exchanged does not hold together", () => {
  const [first, second, third] = keys as [Holding['key'], Holding['key'], Holding['key']]
  expect(thresholdOf(group, 2, certificates, dealings, [second, first, third])).toBeUndefined()
  expect(thresholdOf(group, 3, certificates, dealings, keys)).toBeUndefined()
  expect(thresholdOf(group, 0, certificates, dealings, keys)).toBeUndefined()
  expect(thresholdOf(group, 2, certificates, dealings, [first, second])).toBeUndefined()
})

it('a message reads for its recipient alone, from its sender alone', () => {
  const [sender, recipient] = seeds.map((seed) => channelKeysOf(group, seed)) as [
    ReturnType<typeof channelKeysOf>,
    ReturnType<typeof channelKeysOf>,
  ]
  const from = publicHalves(group, sender).verification
  const sealed = send(group, sender, publicHalves(group, recipient).encryption, 'ciao, è una prova', random)
  expect(receive(group, recipient, from, sealed)).toBe('ciao, è una prova')
  expect(receive(group, sender, from, sealed)).toBeUndefined()
  expect(receive(group, recipient, publicHalves(group, recipient).verification, sealed)).toBeUndefined()
  expect(
    receive(
      group,
      recipient,
      from,
      sealed.replace(/.(?="})/, (digit) => (digit === '0' ? '1' : '0')),
    ),
  ).toBeUndefined()
  expect(receive(group, recipient, from, '{"alpha":"1","beta":"1","data":""}')).toBeUndefined()
})
