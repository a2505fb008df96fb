/** The messages of the trustees' key ceremony as texts, in the form that other programs of the protocol exchange. */
import { z } from 'zod'
import { parsedJson } from './election'
import type { Dealing, Delivery, Holding } from './key-ceremony'
import { type SignedMessage, signedForm, writtenSigned } from './secure-channel'
import { trusteeKeyForm, writtenTrusteeKey } from './trustee-key'

export function certificateText(certificate: SignedMessage): string {
  return JSON.stringify(writtenSigned(certificate))
}

export function readCertificateText(text: string): SignedMessage | undefined {
  return read(signedForm, text)
}

export function dealingText({ polynomial, secrets, commitment }: Dealing): string {
  return JSON.stringify({ polynomial, secrets, coefexps: writtenSigned(commitment) })
}

export function readDealing(text: string): Dealing | undefined {
  const dealing = read(dealingForm, text)
  return dealing && { polynomial: dealing.polynomial, secrets: dealing.secrets, commitment: dealing.coefexps }
}

export function deliveryText({ polynomial, secrets, commitments }: Delivery): string {
  return JSON.stringify({ polynomial, secrets, coefexps: commitments.map(writtenSigned) })
}

export function readDelivery(text: string): Delivery | undefined {
  const delivery = read(deliveryForm, text)
  return delivery && { polynomial: delivery.polynomial, secrets: delivery.secrets, commitments: delivery.coefexps }
}

export function holdingText({ privateKey, key }: Holding): string {
  return JSON.stringify({ private_key: privateKey, public_key: writtenTrusteeKey(key) })
}

export function readHolding(text: string): Holding | undefined {
  const holding = read(holdingForm, text)
  return holding && { privateKey: holding.private_key, key: holding.public_key }
}

function read<T>(form: z.ZodType<T>, text: string): T | undefined {
  const parsed = form.safeParse(parsedJson(text))
  return parsed.success ? parsed.data : undefined
}

const sealed = z.string().max(100_000)
const secrets = z.array(sealed).max(100)
const dealingForm = z.object({ polynomial: sealed, secrets, coefexps: signedForm })
const deliveryForm = z.object({ polynomial: sealed, secrets, coefexps: z.array(signedForm).max(100) })
const holdingForm = z.object({ private_key: sealed, public_key: trusteeKeyForm })
