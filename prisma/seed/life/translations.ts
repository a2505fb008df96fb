/** What the officers of the demonstration have translated of budgets, conversations and panels, by the words as they were first written. */
import { db } from '#app/db/client.server'
import type { Language } from '#app/domain/languages'
import type { TranslatedKind } from '#app/domain/translations/tell'
import { translationPage, writeTranslation } from '#app/domain/translations/translations.server'
import { signedIn } from './neighbours'
import { daysBefore, type Happening } from './past'
import type { World } from './world'

type Said = Partial<Record<Language, Record<string, string>>>

const lottery = 'I cinque numeri della prima estrazione del Lotto dopo questa data, ruota di Bari, uniti da trattini'

const translations: [kind: TranslatedKind, title: string, Said][] = [
  [
    'budget',
    'Monopoli decide: 80.000 euro per i quartieri',
    {
      ar: {
        'Monopoli decide: 80.000 euro per i quartieri': 'مونوبولي تقرر: 80.000 يورو للأحياء',
        'Il Comune mette 80.000 euro. Tu scrivi le idee, gli uffici dicono quanto costano, poi si vota.':
          'تخصص البلدية 80.000 يورو. أنت تكتب الأفكار، والمكاتب تقول كم تكلف، ثم نصوّت.',
      },
      sq: {
        'Monopoli decide: 80.000 euro per i quartieri': 'Monopoli vendos: 80.000 euro për lagjet',
        'Il Comune mette 80.000 euro. Tu scrivi le idee, gli uffici dicono quanto costano, poi si vota.':
          'Bashkia vë 80.000 euro. Ti shkruan idetë, zyrat thonë sa kushtojnë, pastaj votohet.',
      },
    },
  ],
  [
    'opinions',
    'Come vogliamo il lungomare d’estate?',
    {
      ar: {
        'Come vogliamo il lungomare d’estate?': 'كيف نريد الكورنيش في الصيف؟',
        'Il Comune prepara le regole dell’estate. Prima vuole capire che cosa ci unisce.':
          'تُعدّ البلدية قواعد الصيف. وتريد أولًا أن تفهم ما يجمعنا.',
        'La domenica il lungomare è solo per chi cammina e va in bicicletta.':
          'يوم الأحد يكون الكورنيش للمشاة والدراجات فقط.',
        'Le auto devono poter arrivare fino al mare, anche d’estate.':
          'يجب أن تستطيع السيارات الوصول إلى البحر، في الصيف أيضًا.',
        'Le piste per le biciclette vengono prima dei parcheggi.': 'مسارات الدراجات أهم من مواقف السيارات.',
        'Senza parcheggi vicini i negozi del lungomare chiudono.': 'من دون مواقف قريبة تغلق متاجر الكورنيش.',
        'La musica nei locali finisce a mezzanotte.': 'تتوقف الموسيقى في المحلات عند منتصف الليل.',
        'D’estate i locali possono tenere la musica fino alle due.':
          'في الصيف يمكن أن تستمر الموسيقى في المحلات حتى الساعة الثانية.',
        'Servono più alberi per fare ombra a chi passeggia.': 'نحتاج إلى أشجار أكثر تظلّل المارة.',
        'Le fontane per bere devono funzionare tutto l’anno.': 'يجب أن تعمل نوافير مياه الشرب طوال السنة.',
        'I cartelli del lungomare sono scritti anche in albanese e in arabo.':
          'تُكتب لافتات الكورنيش بالألبانية والعربية أيضًا.',
      },
    },
  ],
  [
    'panel',
    'Dodici persone per i giardini della città',
    {
      ar: {
        'Dodici persone per i giardini della città': 'اثنا عشر شخصًا من أجل حدائق المدينة',
        'Tre sere, con traduzione in arabo e albanese e chi guarda i bambini.':
          'ثلاث أمسيات، مع ترجمة إلى العربية والألبانية ومن يرعى الأطفال.',
        [lottery]: 'الأرقام الخمسة في أول سحب للوتو بعد هذا التاريخ، عجلة باري، موصولة بشرطات',
        Genere: 'الجنس',
        donna: 'امرأة',
        uomo: 'رجل',
        Età: 'العمر',
        '16–34': '16–34',
        '35–59': '35–59',
        '60 o più': '60 أو أكثر',
      },
    },
  ],
]

export function translate({ now }: World): Happening[] {
  return [
    {
      at: daysBefore(now, 3),
      act: async () => {
        for (const [kind, title, said] of translations) {
          const subject = { kind, id: await subjectOf[kind](title) }
          for (const [language, words] of Object.entries(said)) await write(subject, language, words)
        }
      },
    },
  ]
}

const subjectOf: Record<TranslatedKind, (title: string) => Promise<string>> = {
  budget: async (title) => (await db.budget.findFirstOrThrow({ where: { title }, select: { id: true } })).id,
  opinions: async (title) => (await db.conversation.findFirstOrThrow({ where: { title }, select: { id: true } })).id,
  panel: async (title) => (await db.panel.findFirstOrThrow({ where: { title }, select: { id: true } })).id,
}

async function write(subject: { kind: TranslatedKind; id: string }, language: string, words: Record<string, string>) {
  const officer = await signedIn(await authorOf(subject))
  const { parts, known } = await translationPage(officer, subject, language)
  const of = (name: string) => parts.find(({ part }) => part === name)?.text ?? ''
  const others = parts.filter(({ part, text }) => part !== 'title' && part !== 'description' && words[text])
  await writeTranslation(officer, subject, language, {
    title: words[of('title')] ?? null,
    titleFrom: of('title'),
    description: words[of('description')] ?? null,
    descriptionFrom: of('description'),
    words: Object.fromEntries(others.map(({ part, text }) => [part, words[text] ?? null])),
    wordsFrom: Object.fromEntries(others.map(({ part, text }) => [part, text])),
    known,
  })
}

async function authorOf({ kind, id }: { kind: TranslatedKind; id: string }): Promise<string> {
  const where = { where: { id }, select: { authorId: true } } as const
  if (kind === 'budget') return (await db.budget.findUniqueOrThrow(where)).authorId
  if (kind === 'panel') return (await db.panel.findUniqueOrThrow(where)).authorId
  return (await db.conversation.findUniqueOrThrow(where)).authorId
}
