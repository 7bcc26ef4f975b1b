/** What an assessment says about itself (考核说明): explanation, simulation, trial, fairness. It never writes. */
import { Module } from '@nestjs/common';
import { ExplanationReader } from './explanation.reader';
import { SimulationReader } from './simulation.reader';

const readers = [ExplanationReader, SimulationReader];

@Module({ providers: readers, exports: readers })
export class InsightModule {}
