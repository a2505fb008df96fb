/** Monopoli: what was answered, well or badly, and what people took back. */
import type { Story } from './story'

export const storiesOfMonopoli: Story[] = [
  {
    by: 'ada',
    as: 'Associazione Ponte',
    where: 'monopoli',
    topic: 'health',
    title: 'Mediatori in ospedale tre mattine a settimana',
    text: `In ospedale molte persone non capiscono le parole dei medici. I figli di dieci anni traducono per le madri. Non è giusto, ed è pericoloso.

## Che cosa chiediamo

- Un mediatore in arabo e uno in albanese, tre mattine a settimana.
- Un cartello all'ingresso, in più lingue, con gli orari.
- Un numero di telefono per le urgenze di notte.

Noi mettiamo a disposizione due volontari formati.`,
    points: [
      'Un mediatore in arabo e uno in albanese, tre mattine a settimana',
      'Un cartello all’ingresso in più lingue',
      'Un numero per le urgenze di notte',
    ],
    ...{ published: 150, supports: 23, qualified: 128 },
    said: [
      {
        by: 'carmela',
        on: 148,
        stance: 'for',
        text: 'Mia vicina ha firmato un foglio senza capirlo. È ora di farlo.',
        useful: 9,
        replies: [
          { by: 'bilal', on: 147, language: 'ar', text: 'حدث هذا لعائلتي أيضاً. شكراً لكم.' },
          { by: 'ada', on: 146, text: 'Se vuoi raccontarlo, scrivici: raccogliamo i casi, senza nomi.' },
        ],
      },
      {
        by: 'neighbour 4',
        on: 141,
        stance: 'against',
        text: 'Prima bisogna pagare gli infermieri che mancano. Poi il resto.',
        useful: 4,
        replies: [
          { by: 'fatou', on: 140, language: 'fr', text: 'Les deux sont possibles : ce ne sont pas les mêmes fonds.' },
        ],
      },
      {
        by: 'neighbour 13',
        on: 133,
        stance: 'for',
        language: 'sq',
        text: 'Nëna ime ka nevojë për këtë. Faleminderit.',
      },
      { by: 'neighbour 8', on: 120, text: 'Chi controlla se i mediatori sono preparati?', useful: 2 },
    ],
    answered: {
      on: 104,
      opening:
        'Grazie della proposta. Abbiamo parlato con la ASL e con la direzione dell’ospedale. Ecco che cosa faremo.',
      points: [
        {
          verdict: 'inPart',
          reasons: 'Possiamo pagare due mattine, non tre. I fondi di quest’anno bastano fino a dicembre.',
          act: 'Det. 412',
          promise: {
            text: 'Mediatori in ospedale il martedì e il giovedì',
            due: -25,
            steps: [
              { on: 80, text: 'Firmata la convenzione con la ASL.' },
              { on: 35, text: 'Scelta la cooperativa: comincia il mese prossimo.' },
            ],
            moved: { on: 28, due: -4, reason: 'La cooperativa ha chiesto tre settimane per formare i mediatori.' },
          },
        },
        {
          verdict: 'accepted',
          reasons: 'Il cartello costa poco ed è utile a tutti.',
          promise: {
            text: 'Cartello all’ingresso in cinque lingue',
            due: -60,
            done: { on: 66, outcome: 'Il cartello è all’ingresso, in italiano, arabo, albanese, francese e inglese.' },
          },
        },
        {
          verdict: 'notAccepted',
          reasons: 'Il servizio di notte spetta alla ASL. Abbiamo mandato a loro la vostra richiesta.',
        },
      ],
    },
    judged: { on: 98, satisfaction: 'inPart', reason: 'Due mattine sono un inizio. Della notte torneremo a parlare.' },
  },
  {
    by: 'carmela',
    where: 'monopoli',
    topic: 'culture',
    title: 'La biblioteca aperta anche il sabato',
    text: 'Chi lavora non arriva mai in biblioteca prima della chiusura. Il sabato mattina le famiglie sono libere, e i ragazzi cercano un posto per studiare. Chiediamo tre ore, dalle 9 alle 12.',
    points: ['Apertura il sabato dalle 9 alle 12', 'Un angolo con libri in altre lingue'],
    ...{ published: 190, supports: 14, qualified: 170 },
    said: [
      {
        by: 'bilal',
        on: 185,
        stance: 'for',
        language: 'ar',
        text: 'كتب بالعربية للأطفال ستكون هدية جميلة.',
        useful: 6,
      },
      { by: 'neighbour 6', on: 180, stance: 'for', text: 'Io posso fare la volontaria un sabato al mese.', useful: 5 },
    ],
    answered: {
      on: 96,
      opening: 'Ci scusiamo per il ritardo: l’ufficio è rimasto senza responsabile per due mesi.',
      points: [
        {
          verdict: 'notAccepted',
          reasons: 'Non abbiamo personale per il sabato. I volontari da soli non possono aprire.',
        },
        {
          verdict: 'accepted',
          reasons: 'Compreremo libri in arabo, albanese e francese.',
          promise: {
            text: 'Cento libri in altre lingue',
            due: 45,
            steps: [{ on: 50, text: 'Chiesti i preventivi a tre librerie.' }],
          },
        },
      ],
    },
    judged: { on: 92, satisfaction: 'no', reason: 'Sei volontari erano pronti, e nessuno li ha chiamati.' },
    review: { on: 16, reason: 'Chiediamo di provare per tre mesi con una persona del Comune e sei volontari.' },
  },
  {
    by: 'luca',
    where: 'monopoli',
    topic: 'environment',
    title: 'Niente auto sul lungomare di domenica',
    text: 'La domenica il lungomare è pieno di macchine e di rumore. Chiudiamolo alle auto dalle 10 alle 20, da maggio a settembre. Restano liberi i parcheggi vicino alla stazione.',
    ...{ published: 60, supports: 2, withdrawn: 44 },
    said: [
      {
        by: 'neighbour 9',
        on: 58,
        stance: 'against',
        text: 'E chi ha il ristorante? Così perdiamo i clienti.',
        useful: 3,
      },
      { by: 'neighbour 15', on: 55, stance: 'neutral', text: 'Si può provare con una domenica al mese.', useful: 7 },
    ],
  },
  {
    by: 'carmela',
    where: 'monopoli',
    topic: 'participation',
    title: 'Il consiglio comunale in piazza una volta all’anno',
    text: 'Molte persone non sono mai entrate in Comune. Una volta all’anno il consiglio può riunirsi in piazza, con i microfoni per chi vuole fare domande e con gli interpreti.',
    ...{ published: 400, supports: 3 },
    said: [{ by: 'neighbour 11', on: 390, stance: 'for', text: 'Sarebbe bello. E d’estate fa anche fresco.' }],
  },
  {
    by: 'ada',
    as: 'Associazione Ponte',
    where: 'monopoli',
    topic: 'work',
    title: 'Un autobus all’alba per chi lavora nei campi',
    text: `Alle cinque di mattina centinaia di persone vanno nei campi in bicicletta, al buio. Ogni anno ci sono incidenti.

Chiediamo una corsa di autobus alle 5.15 dalla stazione alle contrade, da aprile a ottobre, e luci da bicicletta per chi continua a pedalare.`,
    points: ['Una corsa alle 5.15', 'Luci da bicicletta gratis'],
    ...{ published: 12, supports: 4 },
    changed: {
      on: 7,
      more: 'Abbiamo contato: in estate sono circa quattrocento persone al giorno.',
      note: 'Aggiunto il numero delle persone, dopo le vostre domande.',
    },
    said: [
      { by: 'bilal', on: 11, stance: 'for', language: 'ar', text: 'أذهب بالدراجة كل يوم. الطريق مظلم جداً.', useful: 8 },
      {
        by: 'neighbour 7',
        on: 9,
        stance: 'for',
        language: 'fr',
        text: 'Mon cousin a eu un accident l’an dernier. Il faut ce bus.',
        useful: 5,
        replies: [{ by: 'ada', on: 8.5, text: 'Mi dispiace. Possiamo aiutarlo con i documenti, se vuole.' }],
      },
      {
        by: 'neighbour 10',
        on: 6,
        stance: 'against',
        text: 'Il trasporto lo devono pagare le aziende, non il Comune.',
        useful: 6,
      },
      {
        by: 'neighbour 20',
        on: 4,
        text: 'Compra qui scarpe da lavoro a metà prezzo, scrivimi in privato!',
        hidden: { on: 3, reason: 'spam', note: 'È pubblicità: qui si parla della proposta.' },
      },
      { by: 'neighbour 14', on: 2, stance: 'neutral', text: 'Quanti sono i lavoratori? Qualcuno li ha contati?' },
    ],
  },
]
