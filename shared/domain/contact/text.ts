import * as z from 'zod';

/** What people say in their own words. */
export const Sentences = z.string().trim().min(1).max(4_000);

/** A remark or a reason: a few lines. */
export const Remark = z.string().trim().min(1).max(500);

/** A name, a place or a relationship. */
export const ShortText = z.string().trim().min(1).max(200);

export const PhoneNumber = z.string().trim().min(3).max(30);
