/** Monopoli: what waits for an answer, in time, soon due, and late; and what is still being written. */
import type { Story } from './story'

export const storiesWaiting: Story[] = [
  {
    by: 'bilal',
    as: 'Associazione Ponte',
    where: 'monopoli',
    topic: 'inclusion',
    language: 'ar',
    title: 'ساعات مفتوحة للمساعدة في كتابة الطلبات',
    text: `كثير من الناس لا يعرفون كيف يملؤون استمارات السكن والمدرسة. يدفعون المال لأشخاص غرباء ليكتبوا لهم الطلبات.

نطلب مكتباً مفتوحاً بعد ظهر يومين في الأسبوع، مع شخص يتكلم العربية وشخص يتكلم الفرنسية.`,
    points: ['مكتب مفتوح بعد ظهر يومين في الأسبوع', 'شخص يتكلم العربية وشخص يتكلم الفرنسية'],
    ...{ published: 26, supports: 11, qualified: 8 },
    said: [
      {
        by: 'neighbour 3',
        on: 20,
        stance: 'for',
        language: 'ar',
        text: 'دفعت خمسين يورو لورقة واحدة. هذا كثير.',
        useful: 7,
      },
      {
        by: 'fatou',
        on: 18,
        stance: 'for',
        language: 'fr',
        text: 'Je soutiens. Les formulaires sont trop difficiles, même pour moi.',
        useful: 3,
      },
      {
        by: 'neighbour 18',
        on: 5,
        stance: 'neutral',
        text: 'Si può fare nella sala della biblioteca?',
        reported: true,
      },
    ],
  },
  {
    by: 'carmela',
    where: 'monopoli',
    topic: 'housing',
    title: 'Un registro delle case vuote da affittare',
    text: 'In paese ci sono centinaia di case chiuse. Intanto chi cerca casa dorme da amici o in macchina. Il Comune può fare un elenco delle case vuote, parlare con i proprietari e garantire il primo anno di affitto.',
    points: ['Un elenco delle case vuote', 'Una garanzia sul primo anno di affitto'],
    ...{ published: 130, supports: 19, qualified: 112, with: { who: 'giorgio', on: 128 } },
    said: [
      {
        by: 'ada',
        as: 'Associazione Ponte',
        on: 125,
        stance: 'for',
        text: 'Seguiamo nove famiglie che cercano casa da un anno.',
        useful: 10,
      },
      {
        by: 'neighbour 12',
        on: 118,
        stance: 'against',
        text: 'Ho una casa vuota. Ho paura di non riavere i soldi: serve una garanzia vera.',
        useful: 8,
        replies: [{ by: 'carmela', on: 117, text: 'Hai ragione, per questo chiediamo la garanzia del Comune.' }],
      },
      { by: 'neighbour 22', on: 40, stance: 'for', text: 'Il termine è passato. Perché nessuno risponde?', useful: 12 },
    ],
  },
  {
    by: 'fatou',
    where: 'monopoli',
    topic: 'education',
    language: 'fr',
    title: 'Des cours d’italien le soir pour les parents',
    text: `Les cours d’italien sont le matin, quand les parents travaillent. Le soir, l’école est vide.

Nous demandons deux soirs par semaine, de 19 h à 21 h, avec une salle de jeux pour les enfants.`,
    points: ['Deux soirs par semaine, de 19 h à 21 h', 'Une salle pour les enfants'],
    ...{ published: 58, supports: 16, qualified: 37 },
    begun: {
      on: 9,
      note: 'La dirigente della scuola è d’accordo. Manca il preventivo per il bidello: chiamare lunedì.',
      opening: 'Grazie della proposta. Abbiamo parlato con la scuola, che mette a disposizione due aule.',
    },
    said: [
      {
        by: 'neighbour 7',
        on: 52,
        stance: 'for',
        language: 'fr',
        text: 'Je viendrais tout de suite. Et ma femme aussi.',
        useful: 6,
      },
      {
        by: 'giorgio',
        on: 45,
        stance: 'neutral',
        text: 'La scuola chiede che ci sia sempre un bidello. Bisogna contare anche quello.',
        useful: 2,
      },
    ],
  },
  {
    by: 'bilal',
    where: 'monopoli',
    topic: 'health',
    title: 'Il consultorio aperto un pomeriggio in più',
    text: 'Il consultorio apre solo la mattina. Chi lavora in campagna o in albergo non può andarci mai. Chiediamo un pomeriggio alla settimana, dalle 15 alle 19, e una persona che parla arabo al telefono.',
    points: ['Un pomeriggio alla settimana', 'Una persona che parla arabo al telefono'],
    ...{ published: 70, supports: 13, qualified: 47 },
    begun: {
      on: 20,
      note: 'Chiesti i costi alla ASL il giorno 3. Ancora nessuna risposta.',
      opening: 'Il consultorio è della ASL: stiamo cercando insieme una soluzione.',
    },
    extended: { on: 12, days: 10, reason: 'Aspettiamo dalla ASL i costi del personale: li avremo tra due settimane.' },
    said: [
      { by: 'neighbour 21', on: 60, stance: 'for', text: 'Ho perso due giorni di lavoro per una visita.', useful: 5 },
    ],
  },
  {
    by: 'giorgio',
    where: 'monopoli',
    topic: 'housing',
    title: 'Bagni pubblici puliti alla stazione',
    text: 'I bagni della stazione sono chiusi da due anni. Passano di lì studenti, turisti e lavoratori. Chiediamo di riaprirli con una pulizia al giorno e con una porta abbastanza larga per le sedie a rotelle.',
    ...{ published: 95, supports: 9, qualified: 55 },
    said: [
      {
        by: 'neighbour 17',
        on: 80,
        stance: 'for',
        text: 'Mio padre è in sedia a rotelle: oggi non può viaggiare.',
        useful: 9,
      },
    ],
  },
  {
    by: 'ada',
    as: 'Associazione Ponte',
    where: 'monopoli',
    topic: 'rights',
    title: 'Una festa dei vicini in ogni quartiere',
    text: 'Bozza: ogni quartiere una sera, tavoli in strada, ognuno porta un piatto.',
  },
  {
    by: 'bilal',
    where: 'monopoli',
    topic: 'youth',
    language: 'ar',
    title: 'ملعب صغير قرب المدرسة',
    text: 'مسودة: ملعب لكرة القدم والكرة الطائرة قرب مدرسة الحي.',
  },
]
