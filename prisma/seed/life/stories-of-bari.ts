/** Bari: an answer that everybody liked, one that came late, and what is being decided. */
import type { Story } from './story'

export const storiesOfBari: Story[] = [
  {
    by: 'hana',
    as: 'Cooperativa Onda',
    where: 'bari',
    topic: 'services',
    language: 'en',
    title: 'Clear signs in five languages in municipal offices',
    text: `People queue for an hour and then learn that it was the wrong queue. Signs are only in Italian, with long words.

We ask for signs with a number, a colour and a few words in Italian, English, French, Arabic and Albanian.`,
    points: ['Signs with numbers and colours', 'Few words, in five languages'],
    ...{ published: 160, supports: 26, qualified: 135 },
    said: [
      { by: 'neighbour 5', on: 155, stance: 'for', language: 'ar', text: 'فكرة ممتازة. أنا أضيع دائماً.', useful: 8 },
      {
        by: 'neighbour 16',
        on: 150,
        stance: 'for',
        text: 'I colori aiutano anche gli anziani, non solo gli stranieri.',
        useful: 14,
      },
      { by: 'irene', on: 140, text: 'Possiamo partire dall’anagrafe, dove c’è più fila.', useful: 4 },
    ],
    answered: {
      on: 110,
      opening: 'La proposta è semplice e giusta. Cominciamo dall’anagrafe e dai servizi sociali.',
      points: [
        {
          verdict: 'accepted',
          reasons: 'Useremo numeri grandi e quattro colori, già provati con un gruppo di cittadini.',
          act: 'Del. 88',
          promise: {
            text: 'Nuovi cartelli all’anagrafe',
            due: -30,
            steps: [{ on: 70, text: 'Disegni approvati, dopo la prova con venti persone.' }],
            done: { on: 34, outcome: 'I cartelli sono all’anagrafe. La fila sbagliata è quasi sparita.' },
          },
        },
        {
          verdict: 'accepted',
          reasons: 'I testi sono stati scritti con la Cooperativa Onda.',
          promise: {
            text: 'Cartelli ai servizi sociali, in cinque lingue',
            due: 60,
            steps: [{ on: 20, text: 'Traduzioni pronte, in stampa.' }],
          },
        },
      ],
    },
    judged: { on: 105, satisfaction: 'yes', reason: 'Thank you: clear, quick, and done together.' },
  },
  {
    by: 'neighbour 9',
    where: 'bari',
    topic: 'youth',
    title: 'Una sala prove per i ragazzi di Libertà',
    text: 'Nel quartiere Libertà non c’è un posto dove suonare. I ragazzi provano nei garage e i vicini chiamano i vigili. La vecchia scuola di via Nicolai è vuota: una stanza insonorizzata costa poco.',
    points: ['Una stanza insonorizzata nella vecchia scuola', 'Orari decisi insieme ai ragazzi'],
    ...{ published: 140, supports: 22, qualified: 101 },
    said: [
      { by: 'neighbour 21', on: 130, stance: 'for', text: 'Mio figlio suona la batteria. Aiutateci.', useful: 11 },
      {
        by: 'neighbour 10',
        on: 128,
        stance: 'against',
        text: 'Quella scuola serve per gli anziani del quartiere.',
        useful: 5,
      },
      { by: 'neighbour 2', on: 66, stance: 'for', text: 'Cento giorni e nessuna risposta.', useful: 13 },
    ],
  },
  {
    by: 'hana',
    where: 'bari',
    topic: 'participation',
    language: 'en',
    title: 'Council meetings with subtitles in other languages',
    text: 'Council meetings are on video, but who does not speak Italian well cannot follow them. Automatic subtitles exist and cost little. A first try with English, French and Arabic would show whether people use them.',
    ...{ published: 18, supports: 10 },
    said: [
      {
        by: 'neighbour 17',
        on: 15,
        stance: 'for',
        language: 'en',
        text: 'I would watch the ones about schools.',
        useful: 4,
      },
      {
        by: 'neighbour 4',
        on: 10,
        stance: 'against',
        text: 'Chi propone queste cose non ha mai lavorato in vita sua.',
        hidden: {
          on: 9,
          reason: 'offence',
          note: 'Attacca la persona e non parla della proposta.',
          appeal: 'Era solo una battuta, non volevo offendere nessuno.',
        },
      },
    ],
  },
  {
    by: 'hana',
    as: 'Cooperativa Onda',
    where: 'bari',
    topic: 'education',
    language: 'fr',
    title: 'Aide aux devoirs dans chaque école primaire',
    text: 'Beaucoup d’enfants rentrent dans une maison où personne ne lit l’italien. Nous demandons deux heures d’aide aux devoirs, trois jours par semaine, dans chaque école primaire, avec des étudiants payés.',
    ...{ published: 33, supports: 7 },
    said: [
      { by: 'neighbour 7', on: 30, stance: 'for', language: 'fr', text: 'Ma fille en a besoin. Merci.', useful: 3 },
    ],
  },
  {
    by: 'irene',
    where: 'bari',
    topic: 'environment',
    title: 'Alberi lungo via Manzoni',
    text: 'In via Manzoni d’estate si arriva a quaranta gradi. Gli alberi tagliati dieci anni fa non sono mai tornati. Chiediamo ottanta alberi e due fontane, prima della prossima estate.',
    points: ['Ottanta alberi', 'Due fontane'],
    ...{ published: 210, supports: 18, qualified: 180 },
    said: [{ by: 'neighbour 25', on: 200, stance: 'for', text: 'Mia nonna d’estate non esce più.', useful: 10 }],
    answered: {
      on: 100,
      opening: 'La risposta arriva tardi, e ce ne scusiamo: mancava lo studio sui sottoservizi.',
      points: [
        {
          verdict: 'inPart',
          reasons: 'Sotto la strada passano i tubi: c’è posto per trenta alberi, non per ottanta.',
          promise: { text: 'Trenta alberi lungo via Manzoni' },
        },
        { verdict: 'notAccepted', reasons: 'L’acquedotto non autorizza nuove fontane in quella via.' },
      ],
    },
    judged: { on: 95, satisfaction: 'inPart', reason: 'Trenta alberi vanno bene, ma non c’è scritto quando.' },
  },
]
