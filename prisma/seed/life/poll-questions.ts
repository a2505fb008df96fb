/** What is asked in the demonstration, of whom, by which rule. */
import type { OptionsGiven, TimesGiven } from '#app/domain/polls/forms'
import type { RuleName } from '#app/domain/polls/rules'
import type { Where } from './story'

export type Line = { title: string; text?: string; cost?: number; place?: string }
export type Asked = {
  where: Where
  /** Asked of the whole region, by the officer of that place */
  ofRegion?: true
  question: string
  description: string
  rule: RuleName
  lines?: Line[]
  settings?: Partial<OptionsGiven>
  times?: Partial<TimesGiven>
  /** Days before today on which it opened, and days after today on which it ends; in the past if negative */
  opened: number
  ends: number
  voters: number
  /** Ballots on paper, typed in by two officers */
  papers?: number
}

export const polls: Asked[] = [
  {
    where: 'monopoli',
    question: 'Vuoi la biblioteca comunale aperta anche la sera?',
    description: 'La biblioteca resterebbe aperta fino alle 22, dal lunedì al venerdì. Il Comune decide dopo il voto.',
    rule: 'yes-no',
    settings: { majority: 'half' },
    opened: 3,
    ends: 11,
    voters: 12,
  },
  {
    where: 'monopoli',
    question: 'Da che cosa cominciamo nella nuova casa di quartiere?',
    description: 'La casa apre a primavera. Metti in ordine le attività: per prima quella che ti serve di più.',
    rule: 'irv',
    lines: [
      { title: 'Doposcuola', text: 'Aiuto con i compiti, tre pomeriggi a settimana. Per bambini da 6 a 13 anni.' },
      { title: 'Italiano per chi lavora', text: 'Lezioni gratis la sera, due volte a settimana.' },
      { title: 'Sportello per i documenti', text: 'Una persona ti aiuta con moduli, medico e scuola.' },
      { title: 'Sala per feste e incontri', text: 'Chi abita nel quartiere la prenota gratis.' },
      { title: 'Cucina di quartiere', text: 'Si cucina e si mangia insieme, una volta a settimana.' },
    ],
    opened: 4,
    ends: 10,
    voters: 14,
  },
  {
    where: 'monopoli',
    question: 'Come spendiamo 60.000 euro nel quartiere di via Procaccia?',
    description: 'Bilancio partecipativo del quartiere. I progetti sono stati controllati dagli uffici.',
    rule: 'mes_cost_add1u',
    lines: [
      {
        title: 'Alberi e panchine in piazza',
        cost: 18_000,
        place: 'Piazza Sant’Antonio',
        text: 'Dodici alberi, otto panchine e una fontanella.',
      },
      { title: 'Campo da basket', cost: 25_000, place: 'Via Procaccia', text: 'Un campo aperto a tutti, con le luci.' },
      {
        title: 'Sportello con mediatori',
        cost: 15_000,
        place: 'Centro civico',
        text: 'Un anno di sportello, due mattine a settimana.',
      },
      { title: 'Fermata del bus coperta', cost: 9_000, place: 'Via Vittorio Veneto' },
      { title: 'Orto della scuola', cost: 6_000, place: 'Scuola Volta' },
      { title: 'Strada senza auto la domenica', cost: 12_000, place: 'Lungomare' },
    ],
    settings: { budget: 60_000, spend: 'freely', maxChoices: 4 },
    opened: 5,
    ends: 9,
    voters: 20,
  },
  {
    where: 'monopoli',
    question: 'Quale nome diamo alla nuova piazza del porto?',
    description: 'I nomi vengono dalle scuole. Vince il nome che nessun altro batte.',
    rule: 'schulze',
    lines: [
      { title: 'Piazza del Mare' },
      { title: 'Piazza delle Lingue' },
      { title: 'Piazza dei Pescatori' },
      { title: 'Piazza Pace' },
    ],
    opened: 40,
    ends: -26,
    voters: 18,
    papers: 12,
  },
  {
    where: 'monopoli',
    question: 'Chi rappresenta il quartiere nel tavolo sulla mensa?',
    description: 'Si eleggono tre persone. Ognuno mette in ordine.',
    rule: 'stv-scottish',
    lines: [
      { title: 'Rosa M.' },
      { title: 'Yusuf' },
      { title: 'Francesca' },
      { title: 'Artan' },
      { title: 'Teresa' },
      { title: 'Mamadou' },
    ],
    settings: { seats: 3 },
    opened: 60,
    ends: -46,
    voters: 28,
  },
  {
    where: 'bari',
    question: 'Come spendiamo 40.000 euro per le scuole?',
    description: 'Bilancio partecipativo: si finanziano i progetti più votati.',
    rule: 'greedy_by_votes',
    lines: [
      { title: 'Cortile verde', cost: 22_000, place: 'Scuola Mazzini' },
      { title: 'Laboratorio di lingue', cost: 14_000, place: 'Scuola San Nicola' },
      { title: 'Biblioteca di classe', cost: 5_000, place: 'Scuola Falcone' },
      { title: 'Pannelli solari', cost: 31_000, place: 'Scuola Garibaldi' },
    ],
    settings: { budget: 40_000, spend: 'within-budget' },
    opened: 90,
    ends: -75,
    voters: 24,
  },
  {
    where: 'lecce',
    ofRegion: true,
    question: 'Su che cosa lavora quest’anno la rete regionale dei mediatori?',
    description: 'Segna tutto ciò che ti serve di più. I due temi più scelti entrano nel programma della rete.',
    rule: 'approval',
    lines: [
      { title: 'Ospedali e medici di famiglia' },
      { title: 'Scuole' },
      { title: 'Uffici del lavoro' },
      { title: 'Case e affitti' },
    ],
    settings: { seats: 2 },
    opened: 35,
    ends: -20,
    voters: 14,
  },
  {
    where: 'lecce',
    question: 'Quali giorni vanno bene per il mercato solidale?',
    description: 'Segna tutti i giorni che vanno bene per te. Il voto è palese.',
    rule: 'approval',
    lines: [{ title: 'Mercoledì' }, { title: 'Venerdì' }, { title: 'Sabato' }, { title: 'Domenica' }],
    settings: { seats: 2 },
    times: { mode: 'open', showsRunning: true },
    opened: 2,
    ends: 6,
    voters: 15,
  },
]
