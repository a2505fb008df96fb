/** The multiplicative groups in which secret ballots are encrypted, and powers in them computed quickly. */

export type GroupName = 'BELENIOS-2048' | 'RFC-3526-2048'
export type Power = (exponent: bigint) => bigint

/** Integers modulo p; g generates the subgroup of prime order q. Exponents lie in 0…q. */
export interface Group {
  readonly name: GroupName
  readonly p: bigint
  readonly q: bigint
  readonly g: bigint
  readonly power: (base: bigint, exponent: bigint) => bigint
  /** Prepares a base of which a few powers are wanted. */
  readonly powersOf: (base: bigint) => Power
}

/** Fills a new array with that many unpredictable bytes. */
export type Random = (bytes: number) => Uint8Array

export function groupNamed(name: string): Group | undefined {
  return groups.find((group) => group.name === name)
}

export function multiply(group: Group, ...factors: readonly bigint[]): bigint {
  return factors.reduce((product, factor) => (product * factor) % group.p, 1n)
}

export function modulo(value: bigint, modulus: bigint): bigint {
  const rest = value % modulus
  return rest < 0n ? rest + modulus : rest
}

/** The inverse modulo a prime, by the extended Euclidean algorithm. */
export function inverse(value: bigint, prime: bigint): bigint {
  let [rest, next] = [prime, modulo(value, prime)]
  let [factor, following] = [0n, 1n]
  while (next !== 0n) {
    const quotient = rest / next
    ;[rest, next] = [next, rest - quotient * next]
    ;[factor, following] = [following, factor - quotient * following]
  }
  if (rest !== 1n) throw new RangeError('zero has no inverse')
  return modulo(factor, prime)
}

/** Whether a number lies in the subgroup of order q; without this check a proof may hold for numbers outside it. */
export function isElement(group: Group, value: bigint, powers: Power = group.powersOf(value)): boolean {
  return value > 0n && value < group.p && powers(group.q) === 1n
}

/** Uniform in 0…q−1 but for a bias below 2⁻¹²⁸: sixteen bytes more than q has are drawn. */
export function randomExponent(group: Group, random: Random): bigint {
  return integerOf(random(byteLength(group.q) + 16)) % group.q
}

/** Bytes as a number, most significant first. */
export function integerOf(bytes: Uint8Array): bigint {
  let digits = '0x0'
  for (const byte of bytes) digits += byte.toString(16).padStart(2, '0')
  return BigInt(digits)
}

const tables = new Map<string, Power>()
const keptTables = 16

/** Powers of a base used hundreds of times (the generator, the election's key): one table of its powers, then one product per five bits. */
export function fixedPowers(group: Group, base: bigint): Power {
  const key = `${group.name}|${base}`
  const known = tables.get(key)
  if (known) return known
  if (tables.size >= keptTables) tables.delete(tables.keys().next().value ?? '')
  const power = tableOfPowers(group, base)
  tables.set(key, power)
  return power
}

const windowBits = 5n
const windowSize = 1 << Number(windowBits)

function tableOfPowers({ p, q }: Pick<Group, 'p' | 'q'>, base: bigint): Power {
  const rows: bigint[][] = []
  let step = base % p
  for (let left = q; left > 0n; left >>= windowBits) {
    const row = [1n]
    for (let digit = 1; digit < windowSize; digit++) row.push((row[digit - 1]! * step) % p)
    rows.push(row)
    step = (row[windowSize - 1]! * step) % p
  }
  return (exponent) => {
    let product = 1n
    let left = exponent
    for (let row = 0; left > 0n; row++, left >>= windowBits) {
      const digit = Number(left & 31n)
      if (digit !== 0) product = (product * rows[row]![digit]!) % p
    }
    return product
  }
}

/** Squarings are made once and shared by all powers of the base (Yao's method, four bits at a time). */
function sharedPowers(p: bigint, base: bigint): Power {
  const steps = [base % p]
  return (exponent) => {
    const sums = new Array<bigint>(16).fill(1n)
    let left = exponent
    for (let row = 0; left > 0n; row++, left >>= 4n) {
      let step = steps[row]
      if (step === undefined) {
        const last = steps[row - 1]!
        step = (last * last) % p
        step = (step * step) % p
        step = (step * step) % p
        step = (step * step) % p
        steps.push(step)
      }
      const digit = Number(left & 15n)
      if (digit !== 0) sums[digit] = (sums[digit]! * step) % p
    }
    let running = 1n
    let product = 1n
    for (let digit = 15; digit > 0; digit--) {
      running = (running * sums[digit]!) % p
      product = (product * running) % p
    }
    return product
  }
}

function byteLength(value: bigint): number {
  return Math.ceil(value.toString(16).length / 2)
}

function multiplicative(name: GroupName, p: bigint, q: bigint, g: bigint): Group {
  const powersOf = (base: bigint) => sharedPowers(p, base)
  return { name, p, q, g, powersOf, power: (base, exponent) => powersOf(base)(exponent) }
}

/** Source of both: Belenios specification 2.0, section 5. */
const groups: readonly Group[] = [
  multiplicative(
    'BELENIOS-2048',
    20694785691422546401013643657505008064922989295751104097100884787057374219242717401922237254497684338129066633138078958404960054389636289796393038773905722803605973749427671376777618898589872735865049081167099310535867780980030790491654063777173764198678527273474476341835600035698305193144284561701911000786737307333564123971732897913240474578834468260652327974647951137672658693582180046317922073668860052627186363386088796882120769432366149491002923444346373222145884100586421050242120365433561201320481118852408731077014151666200162313177169372189248078507711827842317498073276598828825169183103125680162072880719n,
    78571733251071885079927659812671450121821421258408794611510081919805623223441n,
    2402352677501852209227687703532399932712287657378364916510075318787663274146353219320285676155269678799694668298749389095083896573425601900601068477164491735474137283104610458681314511781646755400527402889846139864532661215055797097162016168270312886432456663834863635782106154918419982534315189740658186868651151358576410138882215396016043228843603930989333662772848406593138406010231675095763777982665103606822406635076697764025346253773085133173495194248967754052573659049492477631475991575198775177711481490920456600205478127054728238140972518639858334115700568353695553423781475582491896050296680037745308460627n,
  ),
  multiplicative(
    'RFC-3526-2048',
    32317006071311007300338913926423828248817941241140239112842009751400741706634354222619689417363569347117901737909704191754605873209195028853758986185622153212175412514901774520270235796078236248884246189477587641105928646099411723245426622522193230540919037680524235519125679715870117001058055877651038861847280257976054903569732561526167081339361799541336476559160368317896729073178384589680639671900977202194168647225871031411336429319536193471636533209717077448227988588565369208645296636077250268955505928362751121174096972998068410554359584866583291642136218231078990999448652468262416972035911852507045361090559n,
    16158503035655503650169456963211914124408970620570119556421004875700370853317177111309844708681784673558950868954852095877302936604597514426879493092811076606087706257450887260135117898039118124442123094738793820552964323049705861622713311261096615270459518840262117759562839857935058500529027938825519430923640128988027451784866280763083540669680899770668238279580184158948364536589192294840319835950488601097084323612935515705668214659768096735818266604858538724113994294282684604322648318038625134477752964181375560587048486499034205277179792433291645821068109115539495499724326234131208486017955926253522680545279n,
    2n,
  ),
]
