/** What the officers of the demonstration have translated, by the question as it was first written. */
import type { Language } from '#app/domain/languages'

type Said = {
  question: string
  description: string
  /** Title and text of each line, in their order */
  lines?: [title: string, text?: string][]
}

export const pollTranslations: Record<string, Partial<Record<Language, Said>>> = {
  'Vuoi la biblioteca comunale aperta anche la sera?': {
    en: {
      question: 'Do you want the town library to be open in the evening too?',
      description: 'The library would stay open until 10 pm, Monday to Friday. The town decides after the vote.',
    },
    fr: {
      question: 'Veux-tu que la bibliothèque municipale soit ouverte aussi le soir ?',
      description: 'Elle resterait ouverte jusqu’à 22 heures, du lundi au vendredi. La commune décide après le vote.',
    },
    ar: {
      question: 'هل تريد أن تفتح مكتبة البلدية في المساء أيضًا؟',
      description: 'تبقى المكتبة مفتوحة حتى الساعة 22، من الإثنين إلى الجمعة. تقرر البلدية بعد التصويت.',
    },
    sq: {
      question: 'A do që biblioteka e bashkisë të jetë hapur edhe në mbrëmje?',
      description:
        'Biblioteka do të rrinte hapur deri në orën 22, nga e hëna në të premte. Bashkia vendos pas votimit.',
    },
  },
  'Da che cosa cominciamo nella nuova casa di quartiere?': {
    en: {
      question: 'What do we start with in the new neighbourhood house?',
      description: 'The house opens in spring. Put the activities in order: first the one you need most.',
      lines: [
        ['Help with homework', 'Three afternoons a week, for children from 6 to 13.'],
        ['Italian for people who work', 'Free lessons in the evening, twice a week.'],
        ['Help with documents', 'Someone helps you with forms, the doctor and the school.'],
        ['A room for parties and meetings', 'People of the neighbourhood book it for free.'],
        ['Neighbourhood kitchen', 'Cooking and eating together, once a week.'],
      ],
    },
    ar: {
      question: 'بماذا نبدأ في بيت الحي الجديد؟',
      description: 'يفتح البيت في الربيع. رتّب الأنشطة: ضع أولًا ما تحتاج إليه أكثر.',
      lines: [
        ['دروس مساعدة بعد المدرسة', 'مساعدة في الواجبات، ثلاثة أيام بعد الظهر في الأسبوع، للأطفال من 6 إلى 13 سنة.'],
        ['اللغة الإيطالية للعاملين', 'دروس مجانية في المساء، مرتين في الأسبوع.'],
        ['مكتب المساعدة في الأوراق', 'شخص يساعدك في الاستمارات والطبيب والمدرسة.'],
        ['قاعة للحفلات واللقاءات', 'يحجزها سكان الحي مجانًا.'],
        ['مطبخ الحي', 'نطبخ ونأكل معًا مرة في الأسبوع.'],
      ],
    },
  },
  'Come spendiamo 60.000 euro nel quartiere di via Procaccia?': {
    ar: {
      question: 'كيف ننفق 60.000 يورو في حي شارع بروكاتشا؟',
      description: 'ميزانية تشاركية للحي. راجعت مكاتب البلدية المشاريع.',
      lines: [
        ['أشجار ومقاعد في الساحة', 'اثنتا عشرة شجرة وثمانية مقاعد ونافورة صغيرة للشرب.'],
        ['ملعب كرة سلة', 'ملعب مفتوح للجميع، مع إضاءة.'],
        ['مكتب مع وسطاء ثقافيين', 'سنة كاملة، صباحين في الأسبوع.'],
        ['موقف حافلة مسقوف'],
        ['حديقة المدرسة'],
        ['شارع بلا سيارات يوم الأحد'],
      ],
    },
  },
  'Quale nome diamo alla nuova piazza del porto?': {
    ar: {
      question: 'ما الاسم الذي نختاره للساحة الجديدة في الميناء؟',
      description: 'الأسماء مقترحة من المدارس. يفوز الاسم الذي لا يغلبه أي اسم آخر.',
      lines: [['ساحة البحر'], ['ساحة اللغات'], ['ساحة الصيادين'], ['ساحة السلام']],
    },
  },
  'Quali giorni vanno bene per il mercato solidale?': {
    ar: {
      question: 'أي الأيام تناسب السوق التضامني؟',
      description: 'اختر كل الأيام التي تناسبك. التصويت علني.',
      lines: [['الأربعاء'], ['الجمعة'], ['السبت'], ['الأحد']],
    },
    fr: {
      question: 'Quels jours conviennent pour le marché solidaire ?',
      description: 'Coche tous les jours qui te conviennent. Le vote est public.',
      lines: [['Mercredi'], ['Vendredi'], ['Samedi'], ['Dimanche']],
    },
  },
  'Quali giorni apriamo lo sportello la sera?': {
    ar: {
      question: 'في أي الأيام نفتح مكتب الاستقبال مساءً؟',
      description: 'اختر الأيام التي تناسبك. التصويت سري: تُغلق ورقة التصويت على جهازك.',
      lines: [['الإثنين'], ['الثلاثاء'], ['الأربعاء'], ['الخميس']],
    },
  },
  'Chiudiamo alle auto la strada della scuola?': {
    ar: {
      question: 'هل نغلق شارع المدرسة أمام السيارات؟',
      description: 'من 7:30 إلى 8:30، في شارع بروكاتشا. التصويت سري: لا أحد يعرف ماذا اختار كل شخص.',
    },
  },
}
