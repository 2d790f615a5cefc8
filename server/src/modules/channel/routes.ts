import {
  confirmChannelPostEndpoint,
  getChannelFileEndpoint,
  getChannelSummaryEndpoint,
  listChannelPostsEndpoint,
  listChannelReceiptsEndpoint,
  listChannelTargetsEndpoint,
  openChannelPostEndpoint,
  postToChannelEndpoint,
  remindChannelPostEndpoint,
  uploadChannelFileEndpoint,
  withdrawChannelPostEndpoint,
} from '@xingtan/contract/office/channel'
import { bind, bindBinary } from '../../platform/http-bind.ts'
import { confirmChannelPost } from './confirm-post.ts'
import { getChannelFile } from './get-file.ts'
import { getChannelSummary } from './get-summary.ts'
import { listChannelPosts } from './list-posts.ts'
import { listChannelReceipts } from './list-receipts.ts'
import { listChannelTargets } from './list-targets.ts'
import { openChannelPost } from './open-post.ts'
import { postToChannel } from './post-to-channel.ts'
import { remindChannelPost } from './remind-post.ts'
import { uploadChannelFile } from './upload-file.ts'
import { withdrawChannelPost } from './withdraw-post.ts'

/** The office's face alone: the portal has no route, no grant and no link into the channel (ADM-7, S-038). */
export const CHANNEL_ROUTES = [
  bind(listChannelPostsEndpoint, listChannelPosts),
  bind(getChannelSummaryEndpoint, getChannelSummary),
  bind(openChannelPostEndpoint, openChannelPost),
  bind(confirmChannelPostEndpoint, confirmChannelPost),
  bindBinary(getChannelFileEndpoint, getChannelFile),
  bind(listChannelTargetsEndpoint, listChannelTargets),
  bind(uploadChannelFileEndpoint, uploadChannelFile),
  bind(postToChannelEndpoint, postToChannel),
  bind(withdrawChannelPostEndpoint, withdrawChannelPost),
  bind(remindChannelPostEndpoint, remindChannelPost),
  bind(listChannelReceiptsEndpoint, listChannelReceipts),
]
