import * as z from 'zod';
import { NoParams } from '#shared/contracts/case-answer.ts';
import { publicOperation } from '#shared/contracts/operation.ts';
import { loadGuides } from '#shared/council/load/load-information.ts';
import type { Council } from '#shared/council/schema.ts';
import { Checked, isFresh } from '#shared/domain/directory/checked.ts';
import {
  type Ending,
  type Guide,
  GuideAnswers,
  nextStep,
  Question,
} from '#shared/domain/directory/guide.ts';
import { formsOfGuide, guideIn } from '#shared/domain/directory/guide-words.ts';
import { searchDirectory } from '#shared/domain/directory/search.ts';
import { Form } from '#shared/domain/directory/variant.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import type { Ports } from '../ports.ts';
import { ListedService, listService } from './directory/search-directory.ts';
import { ListedTopic, listTopics } from './read-topics.ts';
import {
  askForAnother,
  FormQuery,
  formAnswer,
  formsOf,
  howToAskForAnAssessment,
  today,
} from './wording.ts';

const servicesShown = 5;

const saidInForm = { ...Form.shape, ...formAnswer };

const guideFacts = { id: z.string(), title: z.string(), intro: z.string() };

export const readGuides = publicOperation({
  id: 'list-guides',
  method: 'GET',
  path: '/public/guides',
  tag: 'Information',
  summary: 'List the guided questions that lead to advice, services or a contact',
  params: NoParams,
  query: FormQuery,
  answer: z
    .strictObject({ guides: z.array(z.strictObject(guideFacts)), askForAnother: z.string() })
    .meta({ id: 'GuideList' }),
  async handle({ query }, { council, system }: Reading) {
    const guides = await freshGuides({ council, system });
    return accept({
      status: 200,
      body: {
        guides: guides.map((each) => {
          const { id, title, intro } = guideIn(each, query).guide;
          return { id, title, intro };
        }),
        askForAnother: askForAnother(council),
      },
    });
  },
});

const GuideParams = z.strictObject({
  guideId: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/)
    .meta({ examples: ['find-help'] }),
});

export const readGuide = publicOperation({
  id: 'read-guide',
  method: 'GET',
  path: '/public/guides/{guideId}',
  tag: 'Information',
  summary: 'Read all questions of a guide, for a channel that asks them itself',
  params: GuideParams,
  query: FormQuery,
  answer: z
    .strictObject({
      ...guideFacts,
      questions: z.array(Question),
      ...saidInForm,
      lastChecked: Checked,
    })
    .meta({ id: 'GuideAnswer' }),
  async handle({ params, query }, ports: Reading) {
    const found = await findGuide(ports, params.guideId, query);
    if (!found) return noSuchGuide;
    const { id, title, intro, questions, checked: lastChecked } = found.guide;
    const body = { id, title, intro, questions, lastChecked };
    return accept({ status: 200, body: { ...body, ...found.said } });
  },
});

const Contact = z.strictObject({
  isAdvised: z.boolean(),
  web: z.string(),
  phone: z.string(),
  openingHours: z.string(),
  outOfHoursPhone: z.string(),
  howToAskForAnAssessment: z.string(),
});

const GuideStepAnswer = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('question'), question: Question, ...saidInForm }),
    z.strictObject({
      kind: z.literal('result'),
      title: z.string(),
      text: z.string().optional(),
      /** Call 999 before anything else. */
      isEmergency: z.boolean(),
      advice: z.array(ListedTopic),
      services: z.array(ListedService),
      /** What to search the directory for to see all of them. */
      search: z
        .strictObject({ need: z.string().optional(), category: z.string().optional() })
        .optional(),
      contact: Contact,
      ...saidInForm,
    }),
  ])
  .meta({ id: 'GuideStepAnswer' });

/** Every call brings all the answers, so that nothing about anybody is stored. */
export const answerGuide = publicOperation({
  id: 'answer-guide',
  method: 'POST',
  path: '/public/guides/{guideId}/answers',
  tag: 'Information',
  summary:
    'Give the answers so far and get the next question, or what they lead to; nothing is kept',
  params: GuideParams,
  query: FormQuery,
  body: z
    .strictObject({ answers: GuideAnswers.refine((given) => Object.keys(given).length <= 20) })
    .meta({ id: 'GuideAnswersBody' }),
  answer: GuideStepAnswer,
  async handle({ params, query, body }, ports: GuidePorts) {
    const found = await findGuide(ports, params.guideId, query);
    if (!found) return noSuchGuide;
    const step = nextStep(found.guide, body.answers);
    if (!step.accepted) return step;
    if (step.value.kind === 'question') {
      return accept({ status: 200, body: { ...step.value, ...found.said } });
    }
    const { ending } = step.value;
    const topics = await listTopics(ports, query);
    return accept({
      status: 200,
      body: {
        kind: 'result',
        title: ending.title,
        ...(ending.text === undefined ? {} : { text: ending.text }),
        isEmergency: ending.isEmergency ?? false,
        advice: topics.filter(({ id }) => ending.topics?.includes(id)),
        services: await firstServices(ending, ports),
        ...(ending.services && { search: ending.services }),
        contact: contactOf(ending, ports.council),
        ...found.said,
      },
    });
  },
});

type Reading = Pick<Ports, 'council' | 'system'>;
type GuidePorts = Reading & Pick<Ports, 'directory'>;

const noSuchGuide = refuse('not-found', 'There is no such guide, or it needs checking again.');

/** The guide in the form that suits, and what is said of that form. */
async function findGuide(ports: Reading, guideId: string, wanted: Form) {
  const found = (await freshGuides(ports)).find(({ id }) => id === guideId);
  if (!found) return undefined;
  const { guide, form, isAsAsked } = guideIn(found, wanted);
  const availableIn = formsOf(formsOfGuide(found));
  const said = { ...form, isAsAsked, availableIn, askForAnother: askForAnother(ports.council) };
  return { guide, said };
}

async function freshGuides(ports: Reading): Promise<readonly Guide[]> {
  const guides = await loadGuides(ports.council.information);
  return guides.filter(({ checked }) => isFresh(checked, today(ports)));
}

async function firstServices({ services }: Ending, ports: GuidePorts) {
  const version = services && (await ports.directory.current());
  if (!version) return [];
  return searchDirectory(version.index, services, today(ports))
    .slice(0, servicesShown)
    .map(listService);
}

/** Getting in touch is always possible; an ending says whether it is the best thing to do. */
function contactOf(ending: Ending, council: Council): z.infer<typeof Contact> {
  const { adultSocialCarePhone, openingHours, outOfHoursPhone } = council.contacts;
  return {
    isAdvised: ending.isContactAdvised ?? false,
    web: '/public/contacts',
    phone: adultSocialCarePhone,
    openingHours,
    outOfHoursPhone,
    howToAskForAnAssessment: howToAskForAnAssessment(council),
  };
}
