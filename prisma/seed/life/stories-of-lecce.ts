/** Lecce: whoever likes may support; two proposals in Albanian, and a promise that fell. */
import type { Story } from './story'

export const storiesOfLecce: Story[] = [
  {
    by: 'drita',
    as: 'Shqiponja Salento',
    where: 'lecce',
    topic: 'culture',
    language: 'sq',
    title: 'Një ditë e gjuhës amtare në bibliotekë',
    text: `Fëmijët tanë flasin italisht në shkollë dhe harrojnë gjuhën e gjyshërve.

Kërkojmë një ditë në muaj në bibliotekë, me libra dhe përralla në shqip, arabisht dhe rumanisht. E hapur për të gjithë.`,
    points: ['Një ditë në muaj në bibliotekë', 'Libra në tri gjuhë'],
    ...{ published: 45, supports: 24, qualified: 15 },
    said: [
      { by: 'neighbour 9', on: 40, stance: 'for', language: 'sq', text: 'Djali im do të vijë patjetër.', useful: 7 },
      {
        by: 'neighbour 10',
        on: 38,
        stance: 'for',
        text: 'Verrei ad ascoltare anche io, senza capire tutto.',
        useful: 9,
      },
      {
        by: 'neighbour 14',
        on: 30,
        stance: 'neutral',
        text: 'E chi parla altre lingue?',
        replies: [{ by: 'drita', on: 29, text: 'Ogni mese una lingua diversa: ci state?' }],
      },
    ],
  },
  {
    by: 'drita',
    where: 'lecce',
    topic: 'work',
    language: 'sq',
    title: 'Njohja e diplomave të atyre që punojnë si kujdestarë',
    text: 'Shumë gra që kujdesen për të moshuarit kanë diploma infermierie të papranuara. Kërkojmë një sportel që ndihmon me dokumentet dhe një kurs të shkurtër për t’i njohur diplomat.',
    ...{ published: 21, supports: 13 },
    said: [
      {
        by: 'neighbour 1',
        on: 19,
        stance: 'for',
        text: 'La badante di mia madre era infermiera a Tirana. È uno spreco.',
        useful: 12,
      },
      {
        by: 'neighbour 25',
        on: 12,
        stance: 'for',
        language: 'sq',
        text: 'Edhe unë kam diplomë që nga viti 2009.',
        useful: 6,
      },
    ],
  },
  {
    by: 'neighbour 6',
    where: 'lecce',
    topic: 'inclusion',
    title: 'Una squadra di calcio per chi è appena arrivato',
    text: 'I ragazzi dei centri di accoglienza passano la giornata senza fare niente. Un campo due sere a settimana, le magliette e un allenatore: basta questo per conoscersi.',
    points: ['Il campo due sere a settimana', 'Magliette e scarpe'],
    ...{ published: 220, supports: 27, qualified: 195 },
    said: [
      {
        by: 'neighbour 23',
        on: 210,
        stance: 'for',
        language: 'fr',
        text: 'Je peux entraîner les gardiens.',
        useful: 8,
      },
    ],
    answered: {
      on: 150,
      opening: 'Una bella idea. Il campo c’è, le scarpe le chiediamo alle società sportive.',
      points: [
        {
          verdict: 'accepted',
          reasons: 'Il campo di via Roma è libero il lunedì e il mercoledì dalle 20.',
          promise: {
            text: 'Il campo di via Roma due sere a settimana',
            due: -90,
            done: { on: 100, outcome: 'Si gioca ogni settimana, con trenta iscritti.' },
          },
        },
        {
          verdict: 'accepted',
          reasons: 'Due società sportive hanno detto sì.',
          promise: {
            text: 'Magliette e scarpe dalle società sportive',
            due: -40,
            dropped: {
              on: 45,
              reason: 'Una società ha chiuso e l’altra non ha materiale. Cerchiamo un nuovo sponsor.',
            },
          },
        },
      ],
    },
    judged: { on: 140, satisfaction: 'yes' },
  },
  {
    by: 'neighbour 12',
    where: 'lecce',
    topic: 'mobility',
    title: 'L’autobus 27 anche la domenica',
    text: 'La domenica il quartiere Stadio resta senza autobus. Chi non ha la macchina non può andare in centro, né in chiesa, né al mare. Chiediamo una corsa ogni ora, dalle 8 alle 20.',
    ...{ published: 150, supports: 25, qualified: 82 },
    said: [
      {
        by: 'neighbour 19',
        on: 100,
        stance: 'for',
        language: 'en',
        text: 'I work on Sundays and walk one hour.',
        useful: 9,
      },
      { by: 'neighbour 2', on: 90, stance: 'neutral', text: 'Basterebbe una corsa ogni due ore.', useful: 3 },
    ],
  },
]
