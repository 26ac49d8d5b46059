import * as z from 'zod';

/** The national list of service components, in the words of the return. The list was read in a
 * published code system for shared care records, not in the return's own specification, so a
 * council compares it with the specification before it sends a return. */
export const ServiceComponent = z
  .enum([
    'Reablement',
    'Short Term Nursing Care',
    'Short Term Residential Care',
    'Long Term Nursing Care',
    'Long Term Residential Care',
    'Home Support',
    'Day Support',
    'Meals',
    'Transport',
    'Equipment',
    'Direct Payment',
    'Shared Lives',
    'Community Supported Living',
    'Professional Support',
    'Learning/Education/Employment Support',
    'End of Life Care',
    'Emergency Support',
    'Other Short Term Support',
    'Other Long Term Support',
    'Carer Respite',
    'Carer Sitting Service',
    'Carer Universal Services',
    'Other Carer Support',
  ])
  .meta({ id: 'ServiceComponent', examples: ['Home Support'] });
export type ServiceComponent = z.infer<typeof ServiceComponent>;

const careHomeComponents: ReadonlySet<ServiceComponent> = new Set([
  'Short Term Nursing Care',
  'Short Term Residential Care',
  'Long Term Nursing Care',
  'Long Term Residential Care',
] as const);

/** Whether the component is a stay in a care home, to which the limit on direct payments
 * applies. */
export function isCareHome(component: ServiceComponent): boolean {
  return careHomeComponents.has(component);
}
