import * as z from 'zod';
import { NoParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { publicOperation } from '#shared/contracts/operation.ts';
import { Checked, isFresh } from '#shared/domain/directory/checked.ts';
import { checkedOf, DirectoryService, variantsOf } from '#shared/domain/directory/service.ts';
import { DirectoryId } from '#shared/domain/directory/service-parts.ts';
import { chooseVariant, Language, TextFormat } from '#shared/domain/directory/variant.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import type { Ports } from '../../ports.ts';
import { askForAnother, FormQuery, formAnswer, formsOf, today } from '../wording.ts';

const ServiceAnswer = z
  .strictObject({
    /** The text in the form asked for, or the nearest that there is. */
    text: z.strictObject({
      format: TextFormat,
      language: Language,
      name: z.string(),
      description: z.string(),
      url: z.string().optional(),
    }),
    ...formAnswer,
    lastChecked: Checked,
    service: DirectoryService,
  })
  .meta({ id: 'ServiceAnswer' });

export const readService = publicOperation({
  id: 'read-directory-service',
  method: 'GET',
  path: '/public/directory/services/{serviceId}',
  tag: 'Information',
  summary: 'Read one service of the directory, in the format and language that suit',
  params: z.strictObject({ serviceId: DirectoryId }),
  query: FormQuery,
  answer: ServiceAnswer,
  async handle(request, ports: Pick<Ports, 'directory' | 'council' | 'system'>) {
    const { serviceId } = request.params;
    const version = await ports.directory.current();
    const entry = version?.index.entries.find(({ id }) => id === serviceId);
    if (!entry) return refuse('not-found', 'The directory has no such service.');
    if (!isFresh(entry, today(ports))) {
      return refuse('not-found', 'Nobody has checked this service in time: it is not shown.');
    }
    const service = await ports.directory.service(entry.id, entry.digest);
    const variants = variantsOf(service);
    const { variant, isAsAsked } = chooseVariant(variants, request.query);
    return accept({
      status: 200,
      body: {
        text: variant,
        isAsAsked,
        availableIn: formsOf(variants),
        askForAnother: askForAnother(ports.council),
        lastChecked: checkedOf(service),
        service,
      },
    });
  },
});

const DirectoryTerms = z
  .strictObject({
    needs: z.array(z.strictObject({ code: z.string(), name: z.string() })),
    categories: z.array(z.strictObject({ code: z.string(), name: z.string() })),
  })
  .meta({ id: 'DirectoryTerms' });

export const readTerms = publicOperation({
  id: 'read-directory-terms',
  method: 'GET',
  path: '/public/directory/terms',
  tag: 'Information',
  summary: 'List the needs and the categories by which the directory is searched',
  params: NoParams,
  query: NoQuery,
  answer: DirectoryTerms,
  async handle(_request, { directory }: Pick<Ports, 'directory'>) {
    const terms = (await directory.current())?.index.terms ?? [];
    const of = (wanted: 'need' | 'category') =>
      terms.filter(({ taxonomy }) => taxonomy === wanted).map(({ code, name }) => ({ code, name }));
    return accept({ status: 200, body: { needs: of('need'), categories: of('category') } });
  },
});
